// Finds the imports from packages in the code of a project.

import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';

/** The imports of code from packages: the names by package, or `whole` for a package that it requires. */
export type PackageImports = ReadonlyMap<string, readonly string[] | 'whole'>;

/**
 * Reads the imports from code that esbuild has written as ESM with external packages. Returns undefined if an import depends on
 * the importing file: an import of a default export, a namespace or all names, or an `import()` expression.
 */
export function findPackageImports(code: string, { outputs }: Metafile): PackageImports | undefined {
  const named = namedImports(code);
  const found = new Map<string, readonly string[] | 'whole'>();
  for (const { path, kind, external } of Object.values(outputs).flatMap(({ imports }) => imports)) {
    if (!external || isBuiltin(path)) continue;
    const names = named.get(path);
    if (kind === 'require-call') found.set(path, 'whole');
    else if (kind !== 'import-statement' || names === undefined || names.includes('default')) return undefined;
    else if (found.get(path) !== 'whole') found.set(path, names);
  }
  // A package can also have a second statement, which imports its namespace.
  return /^(?:import (?!\{|")|export (?:\*|\{[^}]*\}) from )/m.test(withoutBuiltins(code)) ? undefined : found;
}

/** The names by package of `import { a, b as c } from "package";` and `import "package";`, as esbuild writes them. */
function namedImports(code: string): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const [, list = '', path = ''] of code.matchAll(/^import (?:\{([^}]*)\} from )?"([^"]+)";$/gm)) {
    const names = list.split(',').flatMap((item) => item.trim().split(' as ')[0] || []);
    named.set(path, [...new Set([...(named.get(path) ?? []), ...names])]);
  }
  return named;
}

function withoutBuiltins(code: string): string {
  return code.replaceAll(/^import .* from "([^"]+)";$/gm, (line, path: string) => (isBuiltin(path) ? '' : line));
}
