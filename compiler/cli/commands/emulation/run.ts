// Lists each field of the language with its class in the local run.

import { type EmulatedField, emulationReport } from '../../../local/emulation/registry';
import type { Run } from '../../command/parts';
import type { EmulationArguments } from './arguments';

/** Lists the fields. */
export const run: Run<EmulationArguments, readonly EmulatedField[]> = () => ({ result: emulationReport() });
