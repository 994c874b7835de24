// Compares the price of stored log events with that of a retention of a month.

import { specPath } from '../../../../schema/spec-path';
import { assumed } from '../../traffic/assumptions';
import { dollars } from '../dollars';
import type { Advice, AdvisedSystem } from './advice';
import { expectedCost } from './expected-cost';

/** The retention to compare with, in days, which CloudWatch Logs allows. */
const SHORT_DAYS = 30;
const DAYS_PER_YEAR = 365;

/** A shorter retention, if log events cost more than the functions. */
export function retentionAdvice({ environment, estimate }: AdvisedSystem): readonly Advice[] {
  const logs = expectedCost(estimate, ({ rate }) => rate.startsWith('cloudwatch.logs.'));
  const functions = expectedCost(estimate, ({ rate }) => rate.startsWith('lambda.'));
  if (logs <= functions) return [];
  const stored = expectedCost(estimate, ({ rate }) => rate === 'cloudwatch.logs.stored');
  const days = environment.logRetentionDays || (assumed('unlimitedRetentionMonths') * DAYS_PER_YEAR) / 12;
  return [
    {
      what: `set logRetentionDays to ${SHORT_DAYS}`,
      usd: stored * (1 - SHORT_DAYS / days),
      field: specPath('logRetentionDays'),
      condition: `log events cost ${dollars(logs)}, of which ${dollars(stored)} are their storage, and Lambda ${dollars(functions)}; only if no rule requires the events for longer`,
    },
  ];
}
