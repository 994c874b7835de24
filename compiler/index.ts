// What the compiler offers to programs: the Pulumi program is one, tests are others.

export { type Compilation, compileSpec, type Surroundings } from './compile';
export type { Diagnostic } from './diagnostics/diagnostic';
export { renderDiagnostics } from './diagnostics/render';
export { listSpecs, readFrom, SPEC_FOLDER } from './files';
export type { ResourceGraph, ResourceNode } from './graph/graph';
export { currentSurroundings } from './surroundings';
