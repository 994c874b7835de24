// The time at which customers notice an incident.

import type { Slo } from '../../../schema/environment.generated';
import type { Simulation } from '../simulation/result';

/** The largest share of requests that may fail unnoticed. */
const UNNOTICED_SHARE = 0.01;

/** CloudWatch's metrics have one value a minute, so no alarm can react to less than a minute. */
const NOTICED_SECONDS = 60;

/**
 * The first second of a minute in which, in each second, more than 1 % of the requests fail or, with an objective for latency,
 * the 99th percentile of the latency exceeds it; undefined if customers do not notice anything.
 * @param requests the requests of each second
 * @param from the first second to consider
 */
export function noticedAt(
  { columns }: Pick<Simulation, 'columns'>,
  requests: readonly number[],
  slo: Slo | undefined,
  from: number,
): number | undefined {
  const valuesOf = (what: string) =>
    columns.find((column) => column.part === 'api' && column.what === what)?.values ?? new Float64Array();
  const [failed, latency] = [valuesOf('failed'), valuesOf('latency p99')];
  const longest = slo?.latencyMilliseconds ?? Number.POSITIVE_INFINITY;
  let bad = 0;
  for (let second = from; second < requests.length; second++) {
    const isFailing = (failed[second] ?? 0) > UNNOTICED_SHARE * (requests[second] ?? 0);
    bad = isFailing || (latency[second] ?? 0) > longest ? bad + 1 : 0;
    if (bad === NOTICED_SECONDS) return second + 1 - bad;
  }
  return undefined;
}
