// The honesty report as rows of the console.

import { emulationReport } from '../emulation/registry';
import type { EmulationRow } from './api';

/** Each field of the language, and how the run treats it. */
export function listEmulation(): EmulationRow[] {
  return emulationReport().map((field) => ({
    path: field.path,
    is: field.is,
    note: field.is === 'approximated' ? field.how : field.is === 'not local' ? field.why : '',
  }));
}
