// ENV8xxx: the changes that cannot be deployed over what is deployed.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const TRANSITION = {
  'refused-deployment': {
    code: 'ENV8001',
    severity: 'error',
    summary: 'A change that cannot be deployed over the deployed stack.',
    explanation:
      'Deploying the spec over this stack would lose data, or would leave AWS in a state that the spec does not describe: some properties are never changed by an update, and some changes AWS accepts only in several steps. `pulumi up` refuses the same changes before it registers a resource. The help names the steps that lead to the spec; where data would be lost, `allowReplacement` accepts the loss.',
    message: (p: { part: string; reason: string }) => `${p.part}: ${p.reason}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
