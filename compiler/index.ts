// The compiler's interface for programs, such as the Pulumi program and tests.

export { type Compilation, type CompileContext, compileSpec } from './compile/compile';
export type { Diagnostic } from './diagnostics/diagnostic';
export { renderDiagnostics } from './diagnostics/render';
export { listSpecs, readFrom, SPEC_FOLDER } from './files';
export type { ResourceGraph, ResourceNode } from './graph/graph';
export { processContext } from './process-context';
