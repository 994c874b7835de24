// The values of limits at a time: buckets of throttles, concurrency, and capacity with its burst.

import { methodSettingsPath } from '../../graph/route-path';
import type { CapacityState } from '../capacity/run-capacity';
import type { Route } from '../gateway/routes';
import type { ApiKey } from '../gateway/usage-plans';
import { secondsOf } from '../run-clock';
import type { RunLimits } from '../run-limits';
import type { Sample } from './sampled-series';

/** The parts whose limits are sampled at the moment. */
export interface SampledParts {
  readonly limits: RunLimits;
  readonly routes: readonly Route[];
  readonly apiKeys: readonly ApiKey[];
  readonly capacities: readonly CapacityState[];
}

/** The values of the limits. */
export function limitSamples({ limits, routes, apiKeys, capacities }: SampledParts): Sample[] {
  return [
    ...throttleSamples(limits, routes, apiKeys),
    ...concurrencySamples(limits),
    ...capacities.map(capacitySample),
  ];
}

function throttleSamples(
  { clock, current }: RunLimits,
  routes: readonly Route[],
  apiKeys: readonly ApiKey[],
): Sample[] {
  const { stage } = current();
  if (stage === undefined) return [];
  const { settings, throttle } = stage;
  const now = secondsOf(clock);
  const availableTo = (method: string, limit: string, client?: { plan: string; key: string }) =>
    throttle.available(now, { method, client }).find((one) => one.limit === limit)?.requests ?? 0;
  const bucket = (
    id: string,
    name: string,
    { rate, burst }: { rate: number; burst: number },
    value: number,
  ): Sample => ({
    id: `throttle ${id}`,
    name: `Throttle of ${name}`,
    group: 'throttles',
    unit: 'requests',
    maximum: burst,
    maximumLabel: `burst ${grouped(burst)}, refilled by ${grouped(rate)}/s`,
    valueLabel: 'requests available at once',
    value,
  });
  const ofRoutes = routes.map(({ method, resourcePath }) => {
    const path = methodSettingsPath(method, resourcePath);
    const name = `${method} ${resourcePath}`;
    return bucket(name, name, settings.methods[path] ?? settings.stage, availableTo(path, 'method'));
  });
  const ofKeys = apiKeys.flatMap(({ name, plan }): Sample[] => {
    const { throttle: own, quota } = settings.plans[plan] ?? {};
    const client = { plan, key: name };
    const key = `usage plan ${plan}, key ${name}`;
    return [
      ...(own === undefined ? [] : [bucket(key, key, own, availableTo('', 'usage plan', client))]),
      ...(quota === undefined
        ? []
        : [
            {
              id: `quota ${key}`,
              name: `Quota of ${key}`,
              group: 'throttles',
              unit: 'requests',
              maximum: quota.requests,
              maximumLabel: `${grouped(quota.requests)} a ${quota.period.toLowerCase()}`,
              valueLabel: 'requests left',
              value: availableTo('', 'quota', client),
            },
          ]),
    ];
  });
  const account = throttle.available(now, { method: '' }).find(({ limit }) => limit === 'account')?.requests ?? 0;
  return [...ofRoutes, ...ofKeys, bucket('account', 'the account', settings.account, account)];
}

function concurrencySamples({ clock, current }: RunLimits): Sample[] {
  const { functions } = current();
  if (functions === undefined) return [];
  const { settings, concurrency } = functions;
  return Object.entries(settings.functions).map(([name, reserved]) => ({
    id: `concurrency ${name}`,
    name: `Concurrency of ${name}`,
    group: 'concurrency',
    unit: 'executions',
    maximum: reserved ?? settings.accountConcurrency,
    maximumLabel:
      reserved === undefined
        ? `${grouped(settings.accountConcurrency)} of the account`
        : `${grouped(reserved)} reserved`,
    valueLabel: 'concurrent executions',
    value: concurrency.environmentsOf(name, secondsOf(clock)).busy,
  }));
}

function capacitySample({ table, index, direction, isAutoscaled, units, available }: CapacityState): Sample {
  const name = index === undefined ? table : `index ${index} of ${table}`;
  return {
    id: `capacity ${table} ${index ?? ''} ${direction}`,
    name: `${direction === 'read' ? 'Read' : 'Write'} capacity of ${name}`,
    group: 'capacity',
    unit: direction === 'read' ? 'read units' : 'write units',
    maximum: null,
    maximumLabel: `${grouped(units)} units/s${isAutoscaled ? ', autoscaled' : ''}`,
    valueLabel: 'units available at once, with burst',
    value: available,
  };
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
