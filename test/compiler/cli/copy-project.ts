// Copies the shipped specs and the code of their functions, for tests that edit them.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../spec';

/** Copies the specs and the code of the functions to a folder. */
export function copyProject(folder: string): void {
  for (const name of ['spec', 'contract', 'runtime']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
}
