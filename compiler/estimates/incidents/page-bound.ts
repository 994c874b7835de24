// The longest time between customers and the page.

import type { Slo } from '../../../schema/environment.generated';

/** An alarm evaluates two or three minutes, and metrics arrive a minute later: no page is much faster. */
const LEAST_SECONDS = 300;

/** A page should come before this share of the error budget is used (The Site Reliability Workbook, "Alerting on SLOs": 2 % in an hour). */
const BUDGET_SHARE = 0.02;

const BUDGET_DAYS = 30;
const SECONDS_PER_DAY = 86_400;

/**
 * The longest time in seconds from the second in which customers notice an incident to the page: 5 min or, if it is longer, the time
 * in which a full outage uses 2 % of the error budget of 30 days.
 */
export function pageBound(slo: Slo | undefined): number {
  if (slo === undefined) return LEAST_SECONDS;
  const budgetSeconds = (1 - slo.availabilityPercent / 100) * BUDGET_DAYS * SECONDS_PER_DAY;
  return Math.max(LEAST_SECONDS, Math.round(BUDGET_SHARE * budgetSeconds));
}
