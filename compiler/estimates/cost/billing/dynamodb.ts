// The billing of DynamoDB (Amazon DynamoDB pricing, "Pricing for provisioned capacity" and "Pricing for on-demand capacity").

import type { Capacity, CapacityUnits } from '../../../../schema/environment.generated';
import { fewestUnits, mostUnits } from '../../../language/expand/throughput';
import { targetUnits } from '../../../model/target-tracking';
import { times } from '../../traffic/amount';
import { assumed } from '../../traffic/assumptions';
import type { Load } from '../../traffic/load';
import type { UnitsLoad } from '../../traffic/tables';
import { type Hours, meanOf, steady } from '../../traffic/traffic';
import type { RateName } from '../prices/rates';
import { type BillingTable, partOf, type Usage } from './usage';

/** The billing, by kind. */
export const DYNAMODB = {
  'aws:dynamodb/table:Table': (node, { environment, load }) => {
    const name = partOf(node);
    const table = environment.tables[name];
    if (table === undefined) return [];
    const tableLoad = load.tables.get(name);
    const indexes = Object.entries(environment.facts.indexes[name] ?? {});
    const projected = Object.values(table.indexes).filter(({ projection }) => projection === 'ALL').length;
    const size = load.storedGigabytes(name);
    const units = [
      ...unitUsages({ what: 'of the table', capacity: table.capacity, used: tableLoad }, load),
      ...indexes.flatMap(([index, { capacity }]) =>
        unitUsages({ what: `of index ${index}`, capacity, used: tableLoad?.indexes.get(index) }, load),
      ),
    ];
    return [
      ...units,
      { rate: 'dynamodb.storage', what: 'storage of the table and its indexes', amount: times(size, 1 + projected) },
      ...(table.pointInTimeRecovery
        ? [{ rate: 'dynamodb.pointInTimeRecovery', what: 'point-in-time recovery', amount: size } as const]
        : []),
      ...Object.keys(table.replicas).flatMap((region) => [
        ...units.flatMap((usage) => replicated(usage, region)),
        { rate: 'dynamodb.storage', what: `storage in ${region}`, amount: times(size, 1 + projected), region } as const,
      ]),
    ];
  },
} as const satisfies BillingTable;

/** A table or an index. */
interface UsedUnits {
  readonly what: string;
  readonly capacity: Capacity | undefined;
  readonly used: UnitsLoad | undefined;
}

/** The usages of the units of a table or an index: provisioned by the hour, or on demand by the request. */
function unitUsages({ what, capacity, used }: UsedUnits, load: Load): Usage[] {
  return (['write', 'read'] as const).map((direction): Usage => {
    const hours = used?.[direction] ?? steady(0);
    return capacity === undefined
      ? {
          rate: `dynamodb.${direction}.onDemand`,
          what: `${direction} units ${what}`,
          amount: meanOf(hours) * assumed('hoursPerMonth') * 3600,
        }
      : {
          rate: `dynamodb.${direction}.provisioned`,
          what: `${direction} capacity ${what}`,
          amount:
            (used?.provisioned?.[direction] ?? provisionedUnits(capacity[direction], hours, load.level)) *
            assumed('hoursPerMonth'),
        };
  });
}

/** The mean of the provisioned units: the minimum without load, the maximum at the limit, and the target of autoscaling in between. */
function provisionedUnits(capacity: CapacityUnits, consumed: Hours, level: Load['level']): number {
  const { autoscaling } = capacity;
  if (level === 'floor' || autoscaling === undefined) return fewestUnits(capacity);
  if (level === 'ceiling') return mostUnits(capacity);
  return meanOf(consumed, (units) => targetUnits(units, autoscaling));
}

const REPLICATED: { readonly [R in RateName]?: RateName } = {
  'dynamodb.write.onDemand': 'dynamodb.replicatedWrite.onDemand',
  'dynamodb.write.provisioned': 'dynamodb.replicatedWrite.provisioned',
};

/** The same write in a replica. Replicas are not read. */
function replicated({ rate, what, amount }: Usage, region: string): Usage[] {
  const replica = REPLICATED[rate];
  return replica === undefined ? [] : [{ rate: replica, what: `${what} in ${region}`, amount, region }];
}
