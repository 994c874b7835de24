// Bundles the packages of a function into a separate file, which does not change when the project's code is edited.

import { statSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { hashOf } from './hash';
import { readKept, writeKept } from './kept-file';
import type { PackageImports } from './package-imports';

/** A bundle of packages. */
export interface Library {
  /** The name of the folder that contains its file. */
  readonly hash: string;
  /** A CommonJS module that exports `packages`: the exports of each package by its name. */
  readonly code: string;
}

/** A library with its source files, each with its change time and size. */
interface KeptLibrary extends Library {
  readonly sources: Readonly<Record<string, string>>;
}

/** Bundles packages, and keeps the result until a file of a package changes. */
export interface LibraryBundler {
  /** The number of libraries that were built, because none was kept. */
  readonly built: number;
  /** Returns the library of some imports; undefined if they cannot be bundled without the code that imports them. */
  bundle(imports: PackageImports, options: BuildOptions): Promise<Library | undefined>;
}

/** The version of esbuild, read without loading esbuild. */
export function esbuildVersion(): string {
  return (require('esbuild/package.json') as { readonly version: string }).version;
}

/** Creates the bundler of a project's packages. */
export function createLibraryBundler(root: string): LibraryBundler {
  const known = new Map<string, Promise<KeptLibrary | undefined>>();
  let built = 0;
  const stateIn = (file: string) => stateOf(path.join(root, file));
  const isCurrent = ({ sources }: KeptLibrary) =>
    Object.entries(sources).every(([file, state]) => stateIn(file) === state);

  async function readOrBuild(name: string, entry: string, options: BuildOptions): Promise<KeptLibrary | undefined> {
    const kept = await readKept<KeptLibrary>(root, name);
    if (kept !== undefined && isCurrent(kept)) return kept;
    built += 1;
    const library = await build(entry, options, root, stateIn);
    if (library !== undefined) await writeKept(root, name, library);
    return library;
  }

  return {
    get built() {
      return built;
    },
    async bundle(imports, { target, external, mainFields, ...options }) {
      const entry = renderEntry(imports);
      const key = hashOf(JSON.stringify([esbuildVersion(), entry, target, external, mainFields]));
      const found = await known.get(key);
      if (found !== undefined && isCurrent(found)) return found;
      const name = `packages-${key}.json`;
      // Functions that are bundled at the same time share a build.
      if (found !== undefined || !known.has(key))
        known.set(key, readOrBuild(name, entry, { ...options, target, external, mainFields } as BuildOptions));
      return known.get(key);
    },
  };
}

async function build(
  entry: string,
  options: BuildOptions,
  root: string,
  stateIn: (file: string) => string,
): Promise<KeptLibrary | undefined> {
  const { build: run } = await import('esbuild');
  const { entryPoints: _, plugins: __, sourcemap: ___, ...shared } = options;
  const stdin = { contents: entry, resolveDir: path.resolve(root), loader: 'js' } as const;
  try {
    const { outputFiles, metafile, warnings } = await run({ ...shared, stdin, metafile: true, write: false });
    const [output] = outputFiles;
    if (output === undefined || warnings.length > 0) return undefined;
    const files = Object.keys(metafile.inputs).filter((input) => input !== '<stdin>');
    const sources = Object.fromEntries(files.map((input) => [input, stateIn(input)]));
    return { hash: `packages-${hashOf(output.text)}`, code: output.text, sources };
  } catch {
    // The bundle of the importing code then also fails, and its error has the location of the import.
    return undefined;
  }
}

function renderEntry(imports: PackageImports): string {
  const sorted = [...imports].sort(([one], [other]) => (one < other ? -1 : 1));
  const statements = sorted.map(([name, names], at) =>
    names === 'whole'
      ? ''
      : `import { ${names.map((exported, n) => `${exported} as p${at}_${n}`).join(', ')} } from ${JSON.stringify(name)};\n`,
  );
  const members = sorted.map(([name, names], at) =>
    names === 'whole'
      ? `get ${JSON.stringify(name)}() { return require(${JSON.stringify(name)}); },\n`
      : `${JSON.stringify(name)}: { __esModule: true, ${names.map((exported, n) => `get ${exported}() { return p${at}_${n}; }`).join(', ')} },\n`,
  );
  return `${statements.join('')}export const packages = {\n${members.join('')}};\n`;
}

/** The change time and the size of a file; empty for a missing file. */
function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.mtimeMs} ${stats.size}`;
}
