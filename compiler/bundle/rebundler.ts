// Bundles the functions of a local run repeatedly: the project's code after each edit, its packages only once.

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildContext, BuildOptions } from 'esbuild';
import { type Bundle, type BundleRequest, buildOptions, checkedBundle, hashFiles } from './bundle';
import { asBundleError, refuseDefects } from './bundle-error';
import { checkExports } from './handler-check';
import { createLibraryBundler, type Library } from './library';
import { findPackageImports } from './package-imports';

/** A bundle of a function. Its packages can be in a separate bundle, the library. */
export interface LocalBundle extends Pick<Bundle, 'hash' | 'files' | 'inputs'> {
  /** The packages, to be written to the same directory; absent if the bundle contains them or does not need any. */
  readonly library?: Pick<Bundle, 'hash' | 'files'>;
}

/** Bundles functions repeatedly. A later bundle of a function parses only the files that changed. */
export interface Rebundler {
  /** Bundles a function. Throws like bundleFunction. */
  bundle(request: BundleRequest): Promise<LocalBundle>;
  /** The number of libraries that were built. */
  readonly builtLibraries: number;
  /** Frees the memory of the functions that were not bundled since the last call. */
  forgetUnused(): Promise<void>;
  /** Frees the memory of all functions. */
  dispose(): Promise<void>;
}

/** The builds of a function: of all its code, or of the project's code in the two formats that a bundle without packages needs. */
interface Builds {
  readonly whole: () => Promise<BuildContext<WrittenNowhere>>;
  readonly own: () => Promise<readonly [cjs: BuildContext<WrittenNowhere>, esm: BuildContext<WrittenNowhere>]>;
  dispose(): Promise<void>;
}

type WrittenNowhere = BuildOptions & ReturnType<typeof buildOptions>;

/** Creates a rebundler of functions below a root. */
export function createRebundler(root: string): Rebundler {
  const builds = new Map<string, Builds>();
  const used = new Set<string>();
  const libraries = createLibraryBundler(root);

  function buildsOf(request: BundleRequest): Builds {
    const key = JSON.stringify(request);
    used.add(key);
    const known = builds.get(key) ?? createBuilds(request, root);
    builds.set(key, known);
    return known;
  }

  async function forget(keys: readonly string[]): Promise<void> {
    const forgotten = keys.map((key) => builds.get(key));
    for (const key of keys) builds.delete(key);
    for (const one of forgotten) await one?.dispose();
  }

  /** Bundles the project's code without its packages; undefined if the code could then run differently. */
  async function split(request: BundleRequest, { own }: Builds): Promise<LocalBundle | undefined> {
    const [cjs, esm] = await own();
    const [written, listed] = await allEnded(cjs.rebuild(), esm.rebuild());
    refuseDefects(written.warnings);
    const code = listed.outputFiles[0]?.text ?? '';
    const { entry, handler } = request;
    if (handler !== undefined) checkExports({ entry, handler }, listed.metafile, code);
    const inputs = Object.keys(written.metafile.inputs).sort();
    const imports = findPackageImports(code, listed.metafile);
    if (imports === undefined || hasOwnPackages(inputs, root)) return undefined;
    const library = imports.size === 0 ? undefined : await libraries.bundle(imports, buildOptions(request, root));
    if (imports.size > 0 && library === undefined) return undefined;
    const files = [
      ...written.outputFiles.map((file) => ({ name: path.basename(file.path), contents: file.contents })),
      ...(library === undefined ? [] : [...imports.keys()].map((name) => linkTo(library, name))),
    ].sort((one, other) => (one.name < other.name ? -1 : 1));
    const project = { hash: hashFiles(files), files, inputs };
    if (library === undefined) return project;
    return { ...project, library: { hash: library.hash, files: [textFile('index.js', library.code)] } };
  }

  return {
    get builtLibraries() {
      return libraries.built;
    },
    async bundle(request) {
      const known = buildsOf(request);
      try {
        const found = await split(request, known);
        if (found !== undefined) return found;
      } catch (error) {
        throw asBundleError(error);
      }
      return checkedBundle(request, root, async () => (await known.whole()).rebuild());
    },
    async forgetUnused() {
      const unused = [...builds.keys()].filter((key) => !used.has(key));
      used.clear();
      await forget(unused);
    },
    dispose: () => forget([...builds.keys()]),
  };
}

function createBuilds(request: BundleRequest, root: string): Builds {
  const contexts: Promise<BuildContext<WrittenNowhere>>[] = [];
  const options = buildOptions(request, root);
  const createContext = (changes: BuildOptions) => {
    const context = import('esbuild').then((esbuild) => esbuild.context({ ...options, ...changes } as WrittenNowhere));
    contexts.push(context);
    return context;
  };
  let whole: Promise<BuildContext<WrittenNowhere>> | undefined;
  let own: ReturnType<Builds['own']> | undefined;
  return {
    whole() {
      whole ??= createContext({});
      return whole;
    },
    own() {
      own ??= Promise.all([
        createContext({ packages: 'external' }),
        createContext({ packages: 'external', format: 'esm', minify: false, sourcemap: false }),
      ]);
      return own;
    },
    async dispose() {
      for (const context of contexts) await (await context).dispose();
    },
  };
}

/**
 * Waits until two builds have ended, even if one fails. During a rebuild, esbuild answers a second request for it with the result
 * of the first, which does not contain later edits.
 */
async function allEnded<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

/** Whether a folder other than the root has its own packages. The library contains the packages of the root only. */
function hasOwnPackages(inputs: readonly string[], root: string): boolean {
  const folders = new Set<string>();
  for (const input of inputs)
    for (
      let folder = path.posix.dirname(input);
      folder !== '.' && folder !== '/';
      folder = path.posix.dirname(folder)
    ) {
      // Outside of the root, Node.js finds other packages.
      if (folder === '..') return true;
      folders.add(folder);
    }
  return [...folders].some((folder) => existsSync(path.join(root, folder, 'node_modules')));
}

/** A file in node_modules that exports a package of the library. */
function linkTo({ hash }: Library, name: string) {
  const folder = `bundle/node_modules/${name}`;
  const library = path.posix.relative(folder, `${hash}/index.js`);
  return textFile(
    `node_modules/${name}/index.js`,
    `module.exports = require(${JSON.stringify(library)}).packages[${JSON.stringify(name)}];\n`,
  );
}

function textFile(name: string, text: string) {
  return { name, contents: Buffer.from(text) };
}
