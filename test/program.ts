// Programs that tests run apart from their own code, each built into one file, which starts in a third of the time of its sources.

import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from './spec';

/** Packages with code that cannot be bundled. */
const UNBUNDLED = ['dynalite', 'esbuild', 'fauxqs', 'swagger-ui-dist'];

/**
 * Builds a program into the folder of the published file, from where it finds the project and packages. The caller removes the file.
 *
 * @param external packages that are not bundled, because only some runs load them
 */
export function buildProgram(entry: string, external: readonly string[] = []): string {
  const outfile = join(ROOT, `dist/test-${basename(entry, '.ts')}-${process.pid}.cjs`);
  buildSync({
    ...{ absWorkingDir: ROOT, entryPoints: [entry], outfile, bundle: true, external: [...UNBUNDLED, ...external] },
    ...{ platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], logLevel: 'warning' },
  });
  return outfile;
}
