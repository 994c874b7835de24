// The diagnostic of a text that is longer than AWS allows.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { grouped } from '../../../diagnostics/words';

/** Creates ENV3201. */
export const diagnose = defineDiagnostics({
  'text-beyond-limit': {
    code: 'ENV3201',
    severity: 'error',
    summary: 'A policy or another text is longer than AWS allows.',
    explanation: [
      'Generated policies and rules grow with the parts of the spec.',
      'IAM accepts 10,240 characters for all inline policies of a role and 6,144 for a managed policy such as the permissions boundary, without white space (IAM and AWS STS quotas).',
      'Lambda accepts 20,480 bytes for the policy of a function (AWS Lambda quotas), API Gateway 8,192 characters for a resource policy and 400 KB for models (Amazon API Gateway quotas for REST APIs), KMS 32,768 bytes for a key policy (AWS KMS quotas), CloudWatch 10,240 characters for the rule of a composite alarm and 1,024 for a description (CloudWatch API Reference).',
      'Ids that are known only after deployment are measured with their usual length.',
    ],
    message: (p: { what: string; name: string; found: number; most: number; unit: string; service: string }) =>
      `the ${p.what}${p.name === '' ? '' : ` "${p.name}"`} has ${grouped(p.found)} ${p.unit}; ${p.service} allows ${grouped(p.most)}`,
  },
});
