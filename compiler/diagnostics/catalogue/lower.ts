// ENV5xxx: the mistakes of resources.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const LOWER = {
  'repeated-resource': {
    code: 'ENV5001',
    severity: 'error',
    summary: 'Two parts of the spec compile to resources of one type and logical name.',
    message: (p: { type: string; name: string }) => `two resources of type ${p.type} have the logical name ${p.name}`,
  },
  'resource-cycle': {
    code: 'ENV5002',
    severity: 'error',
    summary: 'Resources depend on each other in a circle, so that none can be created first.',
    message: (p: { chain: readonly string[] }) => `resources depend on each other in a circle: ${p.chain.join(' -> ')}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
