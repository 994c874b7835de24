// The compiler's interface for programs, such as the Pulumi program and tests.

export { type Compilation, type CompileContext, compileSpec } from './compile/compile';
export type { Diagnostic } from './diagnostics/diagnostic';
export { renderDiagnostics } from './diagnostics/render';
export type { ResourceGraph, ResourceNode } from './graph/graph';
export { listSpecs, readFrom, SPEC_FOLDER } from './host/files';
export { processContext } from './host/process-context';
