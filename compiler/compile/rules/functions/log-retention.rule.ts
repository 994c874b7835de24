// Checks that production retains its logs for a year.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { isProduction } from '../common/production';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'short-log-retention': {
    code: 'ENV3039',
    severity: 'warning',
    summary: 'A production environment retains its logs for less than a year.',
    explanation: [
      'PCI DSS 4.0.1 requires twelve months of audit logs (requirement 10.5.1), and so do common linters (CKV_AWS_338).',
      'An environment is production if its name begins with "prod".',
    ],
    message: (p: { environment: string; logRetentionDays: number }) =>
      `${p.environment} retains its logs for ${p.logRetentionDays} ${p.logRetentionDays === 1 ? 'day' : 'days'}; PCI DSS requires 365`,
  },
});

/** PCI DSS 4.0.1, requirement 10.5.1: audit logs are retained for twelve months. */
const PRODUCTION_LOG_DAYS = 365;

/** ENV3039: production logs that are retained for less than a year. */
export const logRetentionRule: Rule = {
  diagnose,
  *check({ environment: spec, at, otherSide }) {
    const { environment, logRetentionDays } = spec;
    const forEver = logRetentionDays === 0;
    if (!isProduction(spec) || forEver || logRetentionDays >= PRODUCTION_LOG_DAYS) return;
    const help = `raise logRetentionDays to ${PRODUCTION_LOG_DAYS}; or set it to 0 to keep logs forever`;
    const related = otherSide('the environment', ['environment']);
    const found = { environment, logRetentionDays };
    yield diagnose('short-log-retention', at(['logRetentionDays']), found, { help, related });
  },
};
