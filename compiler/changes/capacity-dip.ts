// Finds capacity, concurrency, memory and throttles that are lower than before.

import type { Api, Capacity, Environment, LambdaFunction, Table } from '../../schema/environment.generated';
import type { PathStep } from '../source/spec-node';
import { type FindChanges, type Finding, findingAt } from './change';

/** What limits how much a part can serve: more is better. */
interface Limit {
  readonly path: readonly PathStep[];
  /** Identifies the limit within its part, in words. */
  readonly name: string;
  /** Absent: nothing limits it. */
  readonly value: number | undefined;
}

/** Lower limits of each part that is there before and after. */
export const findCapacityDips: FindChanges = (change) => {
  const present = limitsByPart(change.after.environment);
  const findings = [...limitsByPart(change.before.environment)].flatMap(([part, limits]) =>
    limits.flatMap(({ name, value }): Finding[] => {
      const now = present.get(part)?.find((limit) => limit.name === name);
      if (now === undefined || (now.value ?? Number.POSITIVE_INFINITY) >= (value ?? Number.POSITIVE_INFINITY))
        return [];
      return [findingAt(change, 'capacity dip', now.path, `${name} falls from ${words(value)} to ${words(now.value)}`)];
    }),
  );
  // Indexes without a capacity of their own have that of their table.
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
};

function limitsByPart({ tables, functions, api }: Environment): ReadonlyMap<string, readonly Limit[]> {
  return new Map([
    ...Object.entries(tables).flatMap(([name, table]) => tableLimits(table, ['tables', name])),
    ...Object.entries(functions).map(([name, lambda]) => functionLimits(lambda, ['functions', name])),
    ...(api === undefined ? [] : apiLimits(api)),
  ]);
}

type Part = readonly [part: string, limits: readonly Limit[]];

function functionLimits({ memorySizeMegabytes, reservedConcurrency }: LambdaFunction, path: PathStep[]): Part {
  return [
    path.join('\0'),
    [
      // CPU grows with it (AWS Lambda Developer Guide, "Configure Lambda function memory").
      { path: [...path, 'memorySizeMegabytes'], name: 'memory in MB', value: memorySizeMegabytes },
      { path: [...path, 'reservedConcurrency'], name: 'concurrency', value: reservedConcurrency },
    ],
  ];
}

function apiLimits({ throttle, usagePlans, cache }: Api): Part[] {
  const throttleLimits = (path: PathStep[], value: Partial<Api['throttle']> | undefined): Limit[] => [
    { path: [...path, 'throttle', 'rateLimit'], name: 'rate limit', value: value?.rateLimit },
    { path: [...path, 'throttle', 'burstLimit'], name: 'burst limit', value: value?.burstLimit },
  ];
  const cacheSize: Limit = {
    path: ['api', 'cache', 'clusterSizeGigabytes'],
    name: 'cache size in GB',
    value: Number(cache?.clusterSizeGigabytes ?? 0),
  };
  return [
    ['api', [...throttleLimits(['api'], throttle), cacheSize]],
    ...Object.entries(usagePlans).map(([name, plan]): Part => {
      const path = ['api', 'usagePlans', name];
      const requests = plan.quota && plan.quota.requests / DAYS[plan.quota.period];
      const quota: Limit = { path: [...path, 'quota'], name: 'quota in requests a day', value: requests };
      return [path.join('\0'), [...throttleLimits(path, plan.throttle), quota]];
    }),
  ];
}

const DAYS = { DAY: 1, WEEK: 7, MONTH: 30 } as const;

function tableLimits(table: Table, path: PathStep[]): Part[] {
  return [
    [path.join('\0'), capacityLimits(table.capacity, path)],
    ...Object.entries(table.indexes).map(([name, index]): Part => {
      const own = [...path, 'indexes', name];
      const limits = index.capacity ? capacityLimits(index.capacity, own) : capacityLimits(table.capacity, path);
      return [own.join('\0'), limits];
    }),
  ];
}

/** Without a capacity a table is billed on demand: DynamoDB then serves what comes, up to the account's quota. */
function capacityLimits(capacity: Capacity | undefined, path: PathStep[]): Limit[] {
  return (['read', 'write'] as const).flatMap((direction) => {
    if (capacity === undefined)
      return ['lowest', 'highest'].map((end) => ({
        path: [...path, 'billingMode'],
        name: `${end} ${direction} capacity in units`,
        value: undefined,
      }));
    const { units, autoscaling } = capacity[direction];
    const at = [...path, 'capacity', direction];
    const field = (name: string) => (units === undefined ? [...at, 'autoscaling', name] : [...at, 'units']);
    return [
      { path: field('minimum'), name: `lowest ${direction} capacity in units`, value: units ?? autoscaling?.minimum },
      { path: field('maximum'), name: `highest ${direction} capacity in units`, value: units ?? autoscaling?.maximum },
    ];
  });
}

function words(value: number | undefined): string {
  return value === undefined ? 'no limit' : value.toLocaleString('en-US');
}
