// ENV5xxx: the mistakes of resources.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const LOWER = {
  'repeated-resource': {
    code: 'ENV5001',
    severity: 'error',
    summary: 'Two parts of the spec compile to resources of one type and logical name.',
    explanation:
      "Logical names are part of each resource's identity for Pulumi: two of one type and name cannot be told apart. Names that are joined with - can meet: key `b-c` of usage plan `a`, and key `c` of usage plan `a-b`.",
    message: (p: { type: string; name: string }) => `two resources of type ${p.type} have the logical name ${p.name}`,
  },
  'resource-cycle': {
    code: 'ENV5002',
    severity: 'error',
    summary: 'Resources depend on each other in a circle, so that none can be created first.',
    explanation:
      "A resource is created after all that it refers to. In a circle none can come first. Mostly a function's environment refers to what depends on the function: remove one of the references.",
    message: (p: { chain: readonly string[] }) => `resources depend on each other in a circle: ${p.chain.join(' -> ')}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
