// The cost of a run: the usage of its requests, and the provisioned capacity of its time.

import { type Amount, times, unknown } from '../traffic/amount';
import { SECONDS_PER_MONTH } from '../traffic/assumptions';
import type { Load } from '../traffic/load';
import { type System, type Total, totalOf, usagesUnder } from './estimate';
import { RATES, type RateName, tiersOf } from './prices/rates';

/** The rates of usage that depends on requests, and of provisioned capacity. Others, such as keys and storage, are by the month. */
const RUN_RATES: ReadonlySet<RateName> = new Set<RateName>([
  'apigateway.requests',
  'cloudwatch.logs.ingested',
  'dataTransfer.out',
  'dynamodb.read.onDemand',
  'dynamodb.read.provisioned',
  'dynamodb.write.onDemand',
  'dynamodb.write.provisioned',
  'lambda.duration.arm',
  'lambda.duration.x86',
  'lambda.requests.arm',
  'lambda.requests.x86',
  'sqs.requests.fifo',
  'sqs.requests.standard',
  'waf.requests',
  'xray.traces',
]);

/**
 * The cost of a run at the prices of the first tier, without free allowances.
 * @param load the load of a month in which the run repeats without a pause
 * @param seconds the duration of the run
 */
export function runCost(system: System, load: Load, seconds: number): Total {
  const amounts = usagesUnder(system, load).flatMap(({ rate, region = system.graph.provider.region, amount }) => {
    if (!RUN_RATES.has(rate)) return [];
    const price: Amount = tiersOf(region, rate)[0]?.usd ?? unknown(`a price of ${RATES[rate].meaning} in ${region}`);
    return [times(times(amount, seconds / SECONDS_PER_MONTH), price)];
  });
  return totalOf(amounts);
}
