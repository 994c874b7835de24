// Finds what the code of a project imports from packages.

import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';

/** The imports of code from packages: the names by package, or `whole` for a package that it requires. */
export type PackageImports = ReadonlyMap<string, readonly string[] | 'whole'>;

/**
 * Reads the imports from code that esbuild has written as ESM with its packages external. Returns undefined for imports whose
 * meaning depends on the importing file: of a default export or a namespace, of everything, or in an expression.
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
  // A second statement can import the namespace of a package whose names another one imports.
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
