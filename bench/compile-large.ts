// Compiles the system of a number of functions, for the process that is measured.

import { compileSpec } from '../compiler/compile/compile';
import { processContext } from '../compiler/host/process-context';
import { LARGE_SPEC, largeSystem } from './system';

const files = largeSystem(Number(process.argv[2]));
const { graph, diagnostics } = compileSpec(LARGE_SPEC, (path) => files.get(path), processContext());
if (graph === undefined) throw new Error(diagnostics.find(({ severity }) => severity === 'error')?.message);
