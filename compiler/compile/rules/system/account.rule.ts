// Checks that a production environment states the account that it may be deployed to.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { isProduction } from '../common/production';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unnamed-account': {
    code: 'ENV3242',
    severity: 'warning',
    summary: 'A production environment that can be deployed to any account.',
    explanation: [
      'Pulumi deploys to the account of the credentials in the shell.',
      'With `provider.allowedAccountIds`, the AWS provider compares that account before it creates or changes a resource, so credentials of another account cannot deploy (Pulumi Registry, aws.Provider, allowedAccountIds).',
      'A role in `provider.assumeRole` also states its account.',
    ],
    message: (p: { environment: string }) => `${p.environment} can be deployed to any account`,
  },
});

/** ENV3242: credentials of any account can deploy a production environment. */
export const accountRule: Rule = {
  diagnose,
  *check({ environment: spec, at }) {
    const { environment, provider } = spec;
    // A role belongs to one account.
    if (!isProduction(spec) || provider.allowedAccountIds.length > 0 || provider.assumeRole !== undefined) return;
    // The field is missing, and its parent is usually in a spec that other environments also extend.
    const place = { ...at(['environment']), path: 'provider.allowedAccountIds' };
    const help = 'set provider.allowedAccountIds to the account, as text: ["123456789012"]';
    yield diagnose('unnamed-account', place, { environment }, { help });
  },
};
