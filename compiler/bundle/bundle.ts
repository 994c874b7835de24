// The one door to esbuild: a function's source and all it imports, as one reproducible CommonJS file with its source map.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildFailure, Message, Metafile, Plugin } from 'esbuild';
import { compileBodyValidator } from './body-validator';

/** The function to bundle. */
export interface BundleRequest {
  /** Path of the entry file relative to the root, such as runtime/handler.ts. */
  readonly entry: string;
  /** Lambda runtime, such as nodejs24.x. */
  readonly runtime: string;
  /** Whether the X-Ray SDK is in. */
  readonly tracing: boolean;
  /** The JSON Schema of bodies; absent, the handler's own validator is taken as it is. */
  readonly bodySchema?: object;
}

/** A bundled function. */
export interface Bundle {
  /** SHA-256 of the files, in hexadecimal. */
  readonly hash: string;
  /** index.js and index.js.map. */
  readonly files: readonly BundleFile[];
  /** The project's files that were read, relative to the root and sorted; node_modules left out. */
  readonly inputs: readonly string[];
  /** The folders of the packages whose code is in it, relative to the root and sorted: `node_modules/@smithy/core`. */
  readonly packages: readonly string[];
}

/** A file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** A mistake in the sources: one line for each, `file:line:column message`. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

// Lambda gives a function its credentials in environment variables. The SDK loads these other sources only if there are none:
// left out, the bundle is a third smaller.
const UNUSED_CREDENTIAL_SOURCES = ['ini', 'login', 'process', 'sso', 'web-identity'].map(
  (source) => `@aws-sdk/credential-provider-${source}`,
);

/** Bundles a function; throws BundleError on a mistake in its sources or a missing entry. */
export async function bundleFunction(request: BundleRequest, root: string): Promise<Bundle> {
  const { entry, runtime, tracing, bodySchema } = request;
  // Loaded here, not imported: most commands of the compiler bundle nothing.
  const esbuild = await import('esbuild');
  try {
    const { outputFiles, metafile, warnings } = await esbuild.build({
      absWorkingDir: path.resolve(root),
      entryPoints: { index: entry },
      // Names the output only: nothing is written.
      outdir: '.',
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
      platform: 'node',
      format: 'cjs',
      target: nodeTarget(runtime),
      minify: true,
      // The SDK's CommonJS builds, which come first by default, cannot be shaken: half as large again.
      mainFields: ['module', 'main'],
      define: { TRACING: String(tracing) },
      sourcemap: 'linked',
      sourcesContent: false,
      // Nothing outside the sources decides what is made of them.
      tsconfigRaw: {},
      // A linked node_modules gives the same bundle as a real one.
      preserveSymlinks: true,
      external: UNUSED_CREDENTIAL_SOURCES,
      plugins: bodySchema === undefined ? [] : [bodyValidator(bodySchema)],
    });
    const defects = warnings.filter(isDefect);
    if (defects.length > 0) throw new BundleError(defects.map(renderMessage).join('\n'));
    const files = outputFiles
      .map(({ path: file, contents }) => ({ name: path.basename(file), contents }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const inputs = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
    return { hash: hashFiles(files), files, inputs: inputs.sort(), packages: packagesIn(metafile) };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw new BundleError(error.errors.map(renderMessage).join('\n'), { cause: error });
  }
}

/**
 * The warnings of esbuild on code that fails when it runs, by their ids (esbuild, internal/logger/msg_ids.go). A file
 * without any export, such as an empty one, counts as CommonJS: each import of it is `import-is-undefined`.
 */
const DEFECTS: ReadonlySet<string> = new Set([
  'assign-to-constant',
  'assign-to-define',
  'assign-to-import',
  'call-import-namespace',
  'commonjs-variable-in-esm',
  'delete-super-property',
  'import-is-undefined',
  'private-name-will-throw',
  'require-resolve-not-external',
  'unsupported-dynamic-import',
]);

/** Whether a warning means a broken program; the code of packages is not the user's to correct. */
function isDefect({ id, location }: Message): boolean {
  return DEFECTS.has(id) && !(location?.file.includes('node_modules/') ?? false);
}

/** The packages of which something is left when what nothing uses is left out. */
function packagesIn({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = used.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** Writes a bundle's files to `directory/<hash>/`, unless they are there, and gives that folder. */
export async function writeBundle(bundle: Pick<Bundle, 'hash' | 'files'>, directory: string): Promise<string> {
  const folder = path.join(directory, bundle.hash);
  if (existsSync(folder)) return folder;
  await mkdir(directory, { recursive: true });
  const draft = await mkdtemp(path.join(directory, 'draft-'));
  for (const { name, contents } of bundle.files) await writeFile(path.join(draft, name), contents);
  // Renamed when complete, so that a folder named by a hash is never half a bundle.
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The file in whose place a bundle has the validator of the schema that the spec names. */
const BODY_VALIDATOR = /(^|[\\/])payment-body\.generated\.cjs$/;

/** Puts the validator of a schema in the place of the one that is in the sources. */
function bodyValidator(bodySchema: object): Plugin {
  return {
    name: 'body-validator',
    setup(build) {
      build.onLoad({ filter: BODY_VALIDATOR }, async ({ path: file }) => {
        try {
          return { contents: await compileBodyValidator(bodySchema), resolveDir: path.dirname(file) };
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
  if (version === undefined) throw new BundleError(`${runtime} is not a Node.js runtime, such as nodejs24.x`);
  return `node${version}`;
}

function hashFiles(files: readonly BundleFile[]): string {
  const hash = createHash('sha256');
  for (const { name, contents } of files) hash.update(`${name}\0${contents.length}\0`).update(contents);
  return hash.digest('hex');
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function renderMessage({ location, text }: Message): string {
  return location ? `${location.file}:${location.line}:${location.column + 1} ${text}` : text;
}
