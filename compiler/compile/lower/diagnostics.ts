// The diagnostics of lowering: ENV5xxx.

import { defineDiagnostics } from '../../diagnostics/definition';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'repeated-resource': {
    code: 'ENV5001',
    severity: 'error',
    summary: 'Two parts of the spec compile to resources of the same type and logical name.',
    explanation: [
      'Pulumi identifies a resource by its type and logical name, so it cannot distinguish the two resources.',
      'Names that are joined with `-` can be equal: key `b-c` of usage plan `a`, and key `c` of usage plan `a-b`.',
      'Rename one of the parts.',
    ],
    message: (p: { type: string; name: string }) => `two resources of type ${p.type} have the logical name ${p.name}`,
  },
  'resource-cycle': {
    code: 'ENV5002',
    severity: 'error',
    summary: 'Resources depend on each other in a cycle.',
    explanation: [
      'A resource is created after the resources that it refers to.',
      'In a cycle, no resource can be created first.',
      'Usually the environment of a function refers to a resource that depends on the function: remove one of the references.',
    ],
    message: (p: { chain: readonly string[] }) => `resources depend on each other in a cycle: ${p.chain.join(' -> ')}`,
  },
});
