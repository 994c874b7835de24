// Finds capacity, concurrency, memory and throttles that are lower than before.

import type { Api, Capacity, Environment, LambdaFunction, Table } from '../../../schema/environment.generated';
import { grouped } from '../../diagnostics/words';
import type { PathStep } from '../../source/spec-node';
import { type FindChanges, type Finding, findingAt } from './change';

/** A limit of the capacity of a part; higher is better. */
interface Limit {
  readonly path: readonly PathStep[];
  /** Identifies the limit within its part. */
  readonly name: string;
  /** Absent if there is no limit. */
  readonly value: number | undefined;
}

/** Reduced limits of the parts that exist before and after the change. */
export const findCapacityDips: FindChanges = (change) => {
  const present = limitsByPart(change.after.environment);
  const findings = [...limitsByPart(change.before.environment)].flatMap(([part, limits]) =>
    limits.flatMap(({ name, value }): Finding[] => {
      const now = present.get(part)?.find((limit) => limit.name === name);
      if (now === undefined || (now.value ?? Number.POSITIVE_INFINITY) >= (value ?? Number.POSITIVE_INFINITY))
        return [];
      return [
        findingAt(
          change,
          'capacity dip',
          now.path,
          `${name} falls from ${formatLimit(value)} to ${formatLimit(now.value)}`,
        ),
      ];
    }),
  );
  // Indexes without their own capacity inherit the capacity of their table.
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
      // CPU is proportional to memory (AWS Lambda Developer Guide, "Configure Lambda function memory").
      { path: [...path, 'memorySizeMegabytes'], name: 'memory in MB', value: memorySizeMegabytes },
      { path: [...path, 'reservedConcurrency'], name: 'concurrency', value: reservedConcurrency },
    ],
  ];
}

function apiLimits({ throttle, routes, usagePlans, cache }: Api): Part[] {
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
    ...Object.entries(routes).map(([name, route]): Part => {
      // Findings of routes without their own throttle are those of the API.
      const path = route.throttle === undefined ? ['api'] : ['api', 'routes', name];
      return [`api\0routes\0${name}`, throttleLimits(path, route.throttle ?? throttle)];
    }),
    ...Object.entries(usagePlans).map(([name, plan]): Part => {
      const path = ['api', 'usagePlans', name];
      const requests = plan.quota && plan.quota.requests / DAYS[plan.quota.period];
      const quota: Limit = { path: [...path, 'quota'], name: 'quota in requests per day', value: requests };
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

/** The capacity limits. On-demand billing is limited only by the account's quota. */
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

function formatLimit(value: number | undefined): string {
  return value === undefined ? 'no limit' : grouped(value);
}
