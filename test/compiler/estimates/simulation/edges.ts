// Systems and loads in which a step must not be longer than what follows from it.

import type { System } from '../../../../compiler/estimates/cost/estimate';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { limitedSystem, type ScenarioOf, START, steadyRate, systemOf } from './system';

/** Systems and loads in which a limit changes its answer while the demand stays the same. */
export const EDGES: Readonly<Record<string, readonly [system: () => System, ScenarioOf]>> = {
  'when the burst of the requests a second of a function ends': [
    () => limitedSystem({ concurrency: 50, durationMilliseconds: 20 }),
    { requests: [...steadyRate(0, 10), ...steadyRate(510, 110)] },
  ],
  'when the burst of the throttle of the account ends': [
    () => limitedSystem({ durationMilliseconds: 20 }),
    { requests: steadyRate(10_100, 120), routes: { 'post-payment': 1, 'get-payment': 1 } },
  ],
  'when the burst of a throttle ends whose refused requests count': [
    () => limitedSystem({ rate: 100, burst: 1000, durationMilliseconds: 20 }),
    { requests: steadyRate(110, 200), assumptions: { ...DEFAULT_ASSUMPTIONS, refusedRequestsCount: true } },
  ],
  'while changes wait for a slow publisher': [
    () => eventSystem({ 'payment-publisher': 2000 }),
    { requests: [...steadyRate(100, 100), ...steadyRate(10, 200)] },
  ],
  'while messages wait for a slow receiver': [
    () => eventSystem({ 'webhook-deliverer': 10_000 }),
    { requests: [...steadyRate(100, 100), ...steadyRate(10, 200)] },
  ],
  'when a schedule is due': [
    () =>
      systemOf('production.yaml', {
        functions: { reconciliation: { triggers: { nightly: { schedule: 'rate(7 minutes)' } } } },
      }),
    { requests: steadyRate(10, 600), start: START + 17 },
  ],
  'while a webhook fails, until it is disabled and its deliveries are given up': [
    () =>
      systemOf('production.yaml', {
        payment: { webhooks: { merchant: { retryDelaysSeconds: [5, 61, 1000], disableAfterHours: 1 } } },
      }),
    {
      requests: steadyRate(10, 7200),
      faults: [{ is: 'failing webhook', webhook: 'merchant', share: 1, from: 60, until: 6000 }],
    },
  ],
  'while a webhook without retries fails, until it is disabled': [
    () =>
      systemOf('production.yaml', {
        payment: { webhooks: { merchant: { retryDelaysSeconds: [], disableAfterHours: 1 } } },
      }),
    {
      requests: steadyRate(10, 4200),
      faults: [{ is: 'failing webhook', webhook: 'merchant', share: 1, from: 77, until: 4000 }],
    },
  ],
  'while a share of the posts to a webhook fails': [
    () => systemOf('production.yaml', { payment: { webhooks: { merchant: { retryDelaysSeconds: [5, 61, 1000] } } } }),
    {
      requests: steadyRate(10, 3000),
      faults: [{ is: 'failing webhook', webhook: 'merchant', share: 0.3, from: 60, until: 2000 }],
    },
  ],
  'while the functions of triggers fail': [
    () =>
      systemOf('production.yaml', {
        queues: { 'webhook-deliveries': { visibilityTimeoutSeconds: 720, deadLetterQueue: { maxReceiveCount: 2 } } },
      }),
    {
      requests: steadyRate(10, 3000),
      faults: [
        { is: 'failing function', function: 'webhook-deliverer', share: 0.5, from: 60, until: 2400 },
        { is: 'failing function', function: 'payment-publisher', share: 1, from: 2400, until: 2500 },
      ],
    },
  ],
  'while a schedule fails': [
    () =>
      systemOf('production.yaml', {
        functions: { reconciliation: { triggers: { nightly: { schedule: 'rate(7 minutes)' } } } },
      }),
    {
      requests: steadyRate(10, 1800),
      faults: [
        { is: 'failing schedule', schedule: 'reconciliation.nightly', share: 0.5, from: 0, until: 900 },
        { is: 'failing function', function: 'reconciliation', share: 1, from: 900, until: 1300 },
      ],
    },
  ],
  'when the usual seconds end in the middle of a minute': [
    () => systemOf('pr1234.yaml', { monitoring: { slo: { availabilityPercent: 99.9, latencyMilliseconds: 300 } } }),
    {
      requests: steadyRate(5, 900),
      start: START + 30,
      usualSeconds: 60,
      faults: [{ is: 'failing function', function: 'payment-processor', share: 0.05, from: 120, until: 180 }],
    },
  ],
  'when the peak of an on-demand table doubles its throughput': [
    () => systemOf('development.yaml', ON_DEMAND),
    { requests: steadyRate(2000, 45 * 60), routes: { 'get-payments': 1 }, start: START + 17 },
  ],
  'while the environments of a function grow': [
    () =>
      systemOf('development.yaml', {
        quotas: { lambda: { concurrentExecutions: 10_000 } },
        api: { throttle: { rateLimit: 9000, burstLimit: 5000 } },
        functions: { 'payment-processor': { reservedConcurrency: 5000, expectedDurationMilliseconds: 1000 } },
      }),
    { requests: steadyRate(3000, 120), routes: { 'get-payment': 1 } },
  ],
  'when a table becomes slow while its calls are repeated': [
    () => limitedSystem({ write: 30, concurrency: 10 }),
    {
      requests: steadyRate(45, 900),
      faults: [{ is: 'slow table', table: 'payments', factor: 20, from: 700, until: 750 }],
    },
  ],
  'with percentiles of the latencies of all seconds': [
    () => limitedSystem(),
    {
      requests: [...Array.from({ length: 40 }, (_, second) => 50 + second / 10), ...steadyRate(50, 560)],
      faults: [{ is: 'slow function', function: 'payment-processor', factor: 10, from: 0, until: 40 }],
    },
  ],
  'when limits of a table and its index run out together': [
    () => limitedSystem({ write: 30 }),
    { requests: steadyRate(45, 900), clients: { attempts: 3, pauseSeconds: 1 } },
  ],
};

/** Production with other durations of its functions for events, in milliseconds. */
function eventSystem(durations: Readonly<Record<string, number>>): System {
  const functions = Object.entries(durations).map(([name, expectedDurationMilliseconds]) => [
    name,
    { expectedDurationMilliseconds },
  ]);
  return systemOf('production.yaml', { functions: Object.fromEntries(functions) });
}

/** An on-demand table behind limits that no test reaches. */
const ON_DEMAND = {
  api: { throttle: { rateLimit: 9000, burstLimit: 5000 } },
  functions: { 'payment-processor': { reservedConcurrency: 900, expectedDurationMilliseconds: 20 } },
};
