// The options of esbuild that a bundle and the check of its code share.

import path from 'node:path';
import type { BuildOptions } from 'esbuild';

/** Reads an entry, relative to the root, and writes no file. */
export function commonOptions(entry: string, root: string) {
  return {
    absWorkingDir: path.resolve(root),
    entryPoints: { index: entry },
    // Only names the output, which is not written.
    outdir: '.',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
    platform: 'node',
    // The bundle depends on the sources only.
    tsconfigRaw: {},
    // A linked node_modules gives the same bundle as a real one.
    preserveSymlinks: true,
  } as const satisfies BuildOptions;
}
