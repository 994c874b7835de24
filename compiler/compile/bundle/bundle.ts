// Bundles a function and its imports with esbuild, as one reproducible CommonJS file with a source map.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, BuildResult, Metafile, Plugin } from 'esbuild';
import { compileBodyValidator } from './body-validator';
import { asBundleError, BundleError, refuseDefects } from './bundle-error';
import { commonOptions } from './common-options';
import { checkHandler } from './handler-check';

export { BundleError };

/** The function to bundle. */
export interface BundleRequest {
  /** Path of the entry file relative to the root, such as runtime/handler.ts. */
  readonly entry: string;
  /** The export that Lambda calls. If absent, the exports are not checked. */
  readonly handler?: string;
  /** Lambda runtime, such as nodejs24.x. */
  readonly runtime: string;
  /** Whether the bundle includes the X-Ray SDK. */
  readonly tracing: boolean;
  /** The JSON Schema of bodies. If absent, the handler keeps its own validator. */
  readonly bodySchema?: object;
}

/** A bundled function. */
export interface Bundle {
  /** SHA-256 of the files, in hexadecimal. */
  readonly hash: string;
  /** index.js and index.js.map. */
  readonly files: readonly BundleFile[];
  /** The project's files that were read, relative to the root and sorted; without node_modules. */
  readonly inputs: readonly string[];
  /** The folders of the packages whose code is in it, relative to the root and sorted: `node_modules/@smithy/core`. */
  readonly packages: readonly string[];
}

/** A file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

// Lambda passes credentials in environment variables, and the SDK loads these other sources only without them.
// Without them the bundle is a third smaller.
const UNUSED_CREDENTIAL_SOURCES = ['ini', 'login', 'process', 'sso', 'web-identity'].map(
  (source) => `@aws-sdk/credential-provider-${source}`,
);

/** Bundles a function. Throws BundleError on an error in its sources or a missing entry. */
export async function bundleFunction(request: BundleRequest, root: string): Promise<Bundle> {
  // Loaded on demand, because most commands do not bundle code.
  const esbuild = await import('esbuild');
  return checkedBundle(request, root, () => esbuild.build(buildOptions(request, root)));
}

/** The options of a build with esbuild. */
export type BundleOptions = ReturnType<typeof buildOptions>;

/** Builds a function and checks its handler. */
export async function checkedBundle(
  { entry, handler }: BundleRequest,
  root: string,
  build: () => Promise<BuildResult<BundleOptions>>,
): Promise<Bundle> {
  const checked = handler === undefined ? Promise.resolve() : checkHandler({ entry, handler }, root);
  // The build reports mistakes in the sources.
  checked.catch(() => {});
  try {
    const { outputFiles, metafile, warnings } = await build();
    refuseDefects(warnings);
    await checked;
    const files = outputFiles
      .map(({ path: file, contents }) => ({ name: path.basename(file), contents }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const inputs = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
    return { hash: hashFiles(files), files, inputs: inputs.sort(), packages: packagesIn(metafile) };
  } catch (error) {
    throw asBundleError(error);
  }
}

/** Returns the options to build a function with esbuild. */
export function buildOptions({ entry, runtime, tracing, bodySchema }: BundleRequest, root: string) {
  return {
    ...commonOptions(entry, root),
    format: 'cjs',
    target: nodeTarget(runtime),
    minify: true,
    // esbuild prefers the SDK's CommonJS builds by default. They do not support tree shaking and make the bundle 50 % larger.
    mainFields: ['module', 'main'],
    define: { TRACING: String(tracing) },
    sourcemap: 'linked',
    sourcesContent: false,
    external: UNUSED_CREDENTIAL_SOURCES,
    plugins: bodySchema === undefined ? [] : [bodyValidator(bodySchema)],
  } as const satisfies BuildOptions;
}

/** The packages with code in the bundle after tree shaking. */
function packagesIn({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = used.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** Writes the files of a bundle to `directory/<hash>/`, unless they exist. Returns that folder. */
export async function writeBundle(bundle: Pick<Bundle, 'hash' | 'files'>, directory: string): Promise<string> {
  const folder = path.join(directory, bundle.hash);
  if (existsSync(folder)) return folder;
  mkdirSync(directory, { recursive: true });
  const draft = mkdtempSync(path.join(directory, 'draft-'));
  // Many small files: each promise would wait for other work of Node.js.
  for (const { name, contents } of bundle.files) {
    mkdirSync(path.dirname(path.join(draft, name)), { recursive: true });
    writeFileSync(path.join(draft, name), contents);
  }
  // Renamed when complete, so a folder with the name of a hash is never incomplete.
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The file that a bundle replaces with the validator of payment.bodySchema. */
const BODY_VALIDATOR = /(^|[\\/])payment-body\.generated\.cjs$/;

/** Replaces the validator in the sources with that of a schema. */
function bodyValidator(bodySchema: object): Plugin {
  let code: Promise<string> | undefined;
  return {
    name: 'body-validator',
    setup(build) {
      build.onLoad({ filter: BODY_VALIDATOR }, async ({ path: file }) => {
        try {
          code ??= compileBodyValidator(bodySchema);
          return { contents: await code, resolveDir: path.dirname(file) };
        } catch (error) {
          return {
            errors: [{ text: `payment.bodySchema: ${error instanceof Error ? error.message : String(error)}` }],
          };
        }
      });
    },
  };
}

function nodeTarget(runtime: string): string {
  const version = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  if (version === undefined)
    throw new BundleError([{ text: `${runtime} is not a Node.js runtime, such as nodejs24.x` }]);
  return `node${version}`;
}

/** The SHA-256 of files, in hexadecimal. */
export function hashFiles(files: readonly BundleFile[]): string {
  const hash = createHash('sha256');
  for (const { name, contents } of files) hash.update(`${name}\0${contents.length}\0`).update(contents);
  return hash.digest('hex');
}
