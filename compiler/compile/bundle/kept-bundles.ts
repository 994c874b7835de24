// Keeps the bundles of a project's code for the next run, which then starts without a build.

import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BundleRequest } from './bundle';
import { hashOf } from './hash';
import { readKept, writeKept } from './kept-file';
import type { PackageImports } from './package-imports';

/** The code of a bundle without its packages. */
export interface OwnCode {
  readonly files: readonly { readonly name: string; readonly contents: Uint8Array }[];
  /** The project's files that were read, relative to the root and sorted. */
  readonly inputs: readonly string[];
  readonly imports: PackageImports;
}

/** A kept bundle, with what it was built from. */
interface KeptBundle {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** The change time by folder: a new file in it can be what an import finds first. */
  readonly folders: Readonly<Record<string, string>>;
  readonly imports: readonly (readonly [name: string, names: readonly string[] | 'whole'])[];
}

/** The bundles of a project. */
export interface KeptBundles {
  /** Returns the code of a request if none of its files has changed. */
  read(request: BundleRequest): Promise<OwnCode | undefined>;
  /** Keeps the code of a request. `begun` is the time before its files were read, in milliseconds since 1970. */
  keep(request: BundleRequest, code: OwnCode, begun: number): Promise<void>;
}

/** The file of a project that is not in the code, and that changes what esbuild writes. */
const MANIFEST = 'package.json';

/** The text that a missing file counts as. */
const MISSING = '';

/** The time by which a file's change time can precede the clock, in milliseconds: a tick of the kernel. */
const CLOCK_TICK_MILLISECONDS = 10;

/** @param version the version of esbuild and of the options, for which the bundles are kept */
export function createKeptBundles(root: string, version: () => string): KeptBundles {
  const nameOf = (request: BundleRequest) => `code-${hashOf(JSON.stringify([version(), request]))}.json`;
  const at = (file: string) => path.join(root, file);

  async function hashesOf(inputs: readonly string[]): Promise<Record<string, string>> {
    const hashOfFile = async (input: string) => hashOf(await readFile(at(input)).catch(() => MISSING));
    const hashes = inputs.map(async (input) => [input, await hashOfFile(input)] as const);
    return Object.fromEntries(await Promise.all(hashes));
  }

  return {
    async read(request) {
      const kept = await readKept<KeptBundle>(root, nameOf(request));
      if (kept === undefined) return undefined;
      const inputs = Object.keys(kept.inputs);
      const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
        Object.entries(one).every(([name, state]) => other[name] === state);
      if (!isSame(kept.folders, foldersOf(inputs, root))) return undefined;
      if (!isSame(kept.inputs, await hashesOf(inputs))) return undefined;
      return {
        files: Object.entries(kept.files).map(([name, text]) => ({ name, contents: Buffer.from(text) })),
        inputs: inputs.filter((input) => input !== MANIFEST),
        imports: new Map(kept.imports),
      };
    },
    async keep(request, { files, inputs, imports }, begun) {
      const known = [...inputs, MANIFEST];
      const isNew = (input: string) =>
        (statSync(at(input), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= begun - CLOCK_TICK_MILLISECONDS;
      // The build may have read an earlier text.
      if (known.some(isNew)) return;
      const kept: KeptBundle = {
        files: Object.fromEntries(files.map(({ name, contents }) => [name, Buffer.from(contents).toString()])),
        inputs: await hashesOf(known),
        folders: foldersOf(inputs, root),
        imports: [...imports],
      };
      await writeKept(root, nameOf(request), kept);
    },
  };
}

/** The change times of the folders of files. */
function foldersOf(inputs: readonly string[], root: string): Record<string, string> {
  const folders = [...new Set(inputs.map((input) => path.posix.dirname(input)))];
  return Object.fromEntries(
    folders.map((folder) => [folder, String(statSync(path.join(root, folder), { throwIfNoEntry: false })?.mtimeMs)]),
  );
}
