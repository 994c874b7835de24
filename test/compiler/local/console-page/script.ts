// The built script of the console's page.

import { join } from 'node:path';
import { ROOT } from '../../../spec';

/** Builds the script if its sources have changed. */
export function readScript(): string {
  const { readConsole } = require(join(ROOT, 'tools/build/build.cjs')) as { readConsole(): string };
  return readConsole();
}
