// The diagnostics of a deployment over a deployed stack: ENV8xxx.

import { defineDiagnostics } from '../../diagnostics/definition';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'refused-deployment': {
    code: 'ENV8001',
    severity: 'error',
    summary: 'A change that cannot be deployed over the deployed stack.',
    explanation: [
      'Deploying the spec over this stack would lose data, or would leave AWS in a state that the spec does not describe.',
      'Some properties never change in an update, and AWS accepts some changes only in several steps.',
      '`pulumi up` refuses the same changes before it registers a resource.',
      'The help names the steps.',
      'If data would be lost, `allowReplacement` accepts the loss.',
    ],
    message: (p: { part: string; reason: string }) => `${p.part}: ${p.reason}`,
  },
});
