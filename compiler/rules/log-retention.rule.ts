// Production keeps its logs for as long as somebody may ask for them.

import { diagnose } from '../diagnostics/diagnostic';
import { isProduction } from './production';
import type { Rule } from './rule';

/** PCI DSS 4.0.1, requirement 10.5.1: audit logs are kept for twelve months. */
const PRODUCTION_LOG_DAYS = 365;

/** ENV3039: a year of logs is not kept in production. */
export const logRetentionRule: Rule = ({ environment: spec, at, otherSide }) => {
  const { environment, logRetentionDays } = spec;
  const forEver = logRetentionDays === 0;
  if (!isProduction(spec) || forEver || logRetentionDays >= PRODUCTION_LOG_DAYS) return [];
  return [
    diagnose(
      'short-log-retention',
      at(['logRetentionDays']),
      { environment, logRetentionDays },
      {
        help: `logRetentionDays: ${PRODUCTION_LOG_DAYS}; or 0, for ever`,
        related: otherSide('the environment', ['environment']),
      },
    ),
  ];
};
