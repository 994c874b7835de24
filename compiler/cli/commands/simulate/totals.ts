// The totals of a simulation as rows of text.

import { numberText } from '../../../diagnostics/words';
import { dollars } from '../../../estimates/cost/dollars';
import { percentText } from './phrases';
import type { SimulateResult } from './run';

/** The names and the values of the totals. */
export function totalRows({ simulation: { outcome, cost } }: SimulateResult): readonly (readonly [string, string])[] {
  const { requests, attempts, succeeded, failed, pending, latency } = outcome;
  const share = (count: number) => `${wholeText(count)} (${percentText(requests === 0 ? 0 : count / requests)})`;
  return [
    ['requests', wholeText(requests)],
    ['succeeded', share(succeeded)],
    ...Object.entries(failed).map(([status, count]): [string, string] => [`failed with ${status}`, share(count)]),
    ...(Math.round(pending) === 0 ? [] : [['unfinished at the end', share(pending)] as const]),
    ['attempts', `${wholeText(attempts)} (${numberText(requests === 0 ? 1 : attempts / requests)} for each request)`],
    ['latency', `p50 ${latencyText(latency.p50)}, p90 ${latencyText(latency.p90)}, p99 ${latencyText(latency.p99)}`],
    ['cost of the run', [`${dollars(cost.usd)} USD`, ...cost.dependsOn.map((fact) => `depends on ${fact}`)].join('; ')],
  ];
}

function wholeText(count: number): string {
  return numberText(Math.round(count));
}

function latencyText(milliseconds: number): string {
  return `${numberText(Math.round(milliseconds))} ms`;
}
