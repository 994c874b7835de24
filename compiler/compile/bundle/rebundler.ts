// Bundles the functions of a local run repeatedly: the project's code after each edit, its packages only once.

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildContext, BuildOptions } from 'esbuild';
import { type Bundle, type BundleRequest, buildOptions, checkedBundle, hashFiles } from './bundle';
import { asBundleError, refuseDefects } from './bundle-error';
import { checkExports } from './handler-check';
import { createKeptBundles, type OwnCode } from './kept-bundles';
import { createLibraryBundler, esbuildVersion, type Library } from './library';
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
  /** The number of bundles of an earlier run that were used. */
  readonly keptBundles: number;
  /** Frees the memory of the functions that were not bundled since the last call. */
  forgetUnused(): Promise<void>;
  /** Frees the memory of all functions. */
  dispose(): Promise<void>;
}

/** The builds of a function: of all its code, or of the project's code in the two formats that a bundle without packages needs. */
interface Builds {
  readonly whole: () => Promise<BuildContext<WrittenNowhere>>;
  readonly own: () => Promise<readonly [cjs: BuildContext<WrittenNowhere>, esm: BuildContext<WrittenNowhere>]>;
  /** Whether nothing has been built. */
  readonly isNew: () => boolean;
  /** Reads the code a little later, so that the first edit is built as fast as the next ones. */
  readonly readLater: () => void;
  dispose(): Promise<void>;
}

type WrittenNowhere = BuildOptions & ReturnType<typeof buildOptions>;

/** The version of the options of the builds below. It changes with them, so that no bundle of other options is used. */
const OPTIONS_VERSION = 1;

/**
 * How long after a start without a build esbuild reads the code, in milliseconds: after the first requests, and before an edit.
 */
const READ_AFTER_MILLISECONDS = 1500;

/** Creates a rebundler of functions below a root. */
export function createRebundler(root: string): Rebundler {
  const builds = new Map<string, Builds>();
  const used = new Set<string>();
  const libraries = createLibraryBundler(root);
  const kept = createKeptBundles(root, () => `${esbuildVersion()} ${OPTIONS_VERSION}`);
  let keeping = Promise.resolve();
  let keptBundles = 0;

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
  async function split(request: BundleRequest, { own, isNew, readLater }: Builds): Promise<LocalBundle | undefined> {
    // Only the first bundle of a run can be unchanged: the later ones follow edits.
    const unchanged = isNew() ? await kept.read(request) : undefined;
    if (unchanged !== undefined && !hasOwnPackages(unchanged.inputs, root)) {
      const bundle = await withLibrary(request, unchanged);
      if (bundle !== undefined) {
        keptBundles += 1;
        readLater();
        return bundle;
      }
    }
    const begun = Date.now();
    const [cjs, esm] = await own();
    const [written, listed] = await allEnded(cjs.rebuild(), esm.rebuild());
    refuseDefects(written.warnings);
    const code = listed.outputFiles[0]?.text ?? '';
    const { entry, handler } = request;
    if (handler !== undefined) checkExports({ entry, handler }, listed.metafile, code);
    const inputs = Object.keys(written.metafile.inputs).sort();
    const imports = findPackageImports(code, listed.metafile);
    if (imports === undefined || hasOwnPackages(inputs, root)) return undefined;
    const files = written.outputFiles.map((file) => ({ name: path.basename(file.path), contents: file.contents }));
    const ownCode = { files, inputs, imports };
    const bundle = await withLibrary(request, ownCode);
    if (bundle !== undefined) keeping = keeping.then(() => kept.keep(request, ownCode, begun));
    return bundle;
  }

  /** Adds the library of the packages; undefined if they cannot be bundled without the code. */
  async function withLibrary(request: BundleRequest, code: OwnCode): Promise<LocalBundle | undefined> {
    const { imports, inputs } = code;
    const library = imports.size === 0 ? undefined : await libraries.bundle(imports, buildOptions(request, root));
    if (imports.size > 0 && library === undefined) return undefined;
    const files = [
      ...code.files,
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
    get keptBundles() {
      return keptBundles;
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
    async dispose() {
      await forget([...builds.keys()]);
      await keeping;
    },
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
  let reading: NodeJS.Timeout | undefined;
  const createOwn = () =>
    Promise.all([
      createContext({ packages: 'external' }),
      createContext({ packages: 'external', format: 'esm', minify: false, sourcemap: false }),
    ]);
  async function createAndRead() {
    const [cjs, esm] = await createOwn();
    // Its mistakes are those of an edit, which reports them.
    await Promise.allSettled([cjs.rebuild(), esm.rebuild()]);
    return [cjs, esm] as const;
  }
  return {
    whole() {
      whole ??= createContext({});
      return whole;
    },
    own() {
      clearTimeout(reading);
      own ??= createOwn();
      return own;
    },
    isNew: () => whole === undefined && own === undefined && reading === undefined,
    readLater() {
      reading = setTimeout(() => {
        own = createAndRead();
        own.catch(() => {});
      }, READ_AFTER_MILLISECONDS);
      reading.unref();
    },
    async dispose() {
      clearTimeout(reading);
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
