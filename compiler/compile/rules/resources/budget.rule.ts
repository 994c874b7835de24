// Checks the estimated cost of a month against the budget.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { dollars } from '../../../estimates/cost/dollars';
import { estimateCost } from '../../../estimates/cost/estimate';
import type { Level } from '../../../estimates/traffic/traffic';
import type { ResourceRule } from '../rule';

const diagnose = defineDiagnostics({
  'beyond-budget': {
    code: 'ENV3400',
    severity: 'error',
    waivable: true,
    summary: 'The estimated cost of a month exceeds the budget.',
    explanation: [
      'The budget is a decision of the owners of the environment, and not a limit of AWS.',
      'The estimate has no taxes, discounts or free allowances; `payment-spec cost` lists it with its assumptions.',
      'Lower the capacities or the limits with the largest cost, raise the budget, or waive the finding.',
    ],
    message: (p: { level: string; usd: string; budget: string; part: string; share: string }) =>
      `${p.level} cost is ${p.usd} USD a month, above the budget of ${p.budget} USD; the largest part is ${p.part} with ${p.share} USD`,
  },
  'budget-unchecked': {
    code: 'ENV3401',
    severity: 'warning',
    summary: 'The estimate for the budget lacks a fact that the spec does not state.',
    explanation: [
      'A cost that depends on an unknown fact is not counted, so the real cost can exceed the budget unnoticed.',
      'State the fact, such as `traffic` or the expected size of a table.',
      'If the fact is a price, choose a level at which the system does not reach it; `payment-spec prices` lists the known prices.',
    ],
    message: (p: { level: string; facts: readonly string[] }) =>
      `the ${p.level} cost is not known without ${p.facts.join(', ')}`,
  },
});

const LEVELS: Readonly<Record<string, Level>> = { FLOOR: 'floor', EXPECTED: 'expected', CEILING: 'ceiling' };

/** ENV3400: a cost above the budget. ENV3401: a budget whose estimate lacks a fact. */
export const budgetRule: ResourceRule = {
  diagnose,
  *check({ environment, at, otherSide }, graph) {
    const { budget } = environment;
    if (budget === undefined) return;
    const level = LEVELS[budget.at] ?? 'expected';
    const { totals, lines } = estimateCost({ graph, environment });
    const { usd, dependsOn } = totals[level];
    const place = at(specPath('budget', 'monthlyUsd'));
    if (usd > budget.monthlyUsd) {
      const [part, share] = largestPart(lines.map(({ part, usd }) => [part, usd[level]]));
      const found = { level, usd: dollars(usd), budget: dollars(budget.monthlyUsd), part, share: dollars(share) };
      yield diagnose('beyond-budget', place, found, {
        help: `raise budget.monthlyUsd to ${Math.ceil(usd)}; or lower the cost: payment-spec cost lists its parts`,
        related: otherSide('the level of the estimate', specPath('budget', 'at')),
      });
    }
    if (dependsOn.length > 0) yield diagnose('budget-unchecked', place, { level, facts: dependsOn });
  },
};

/** The part with the largest known cost. */
function largestPart(costs: readonly (readonly [part: string, usd: unknown])[]): readonly [string, number] {
  const sums = new Map<string, number>();
  for (const [part, usd] of costs) if (typeof usd === 'number') sums.set(part, (sums.get(part) ?? 0) + usd);
  return [...sums].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const);
}
