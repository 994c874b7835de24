// The courses in which the simulator must agree with the local run, and the bound of each quantity with its reason.

import type { System } from '../../../compiler/estimates/cost/estimate';
import { systemOf } from '../../compiler/estimates/simulation/system';
import type { CapacityPart, Course, Observation } from './course';

/** A quantity of both observations, and the largest difference between its values. */
export interface Quantity {
  readonly what: string;
  readonly of: (observation: Observation) => readonly number[];
  readonly bound: number;
  /** The reason for a difference within the bound. */
  readonly because: string;
}

/** A course with the quantities to compare. */
export interface Case {
  readonly title: string;
  readonly fields: CaseFields;
  readonly course: Omit<Course, 'system'>;
  readonly quantities: readonly Quantity[];
}

/** The fields of a system that a case sets. */
interface CaseFields {
  readonly api?: object;
  readonly quotas?: object;
  readonly payment?: object;
  readonly alarms?: object;
  readonly table?: object;
  /** The provisioned units of the table and, unless `table` sets them, of its indexes. */
  readonly read?: object;
  readonly write?: object;
}

const ENOUGH = { units: 1000 };

/** Compiles the system of a case. */
export function systemWith({ api, table, read = ENOUGH, write = ENOUGH, ...fields }: CaseFields): System {
  return systemOf('system.yaml', {
    environment: 'Test',
    suffix: 'test',
    protect: false,
    tracing: false,
    logRetentionDays: 3,
    tables: {
      payments: { billingMode: 'PROVISIONED', capacity: { read, write }, deletionProtection: false, ...table },
    },
    functions: { 'payment-processor': { entry: 'test/proof/simulation/handler.ts', reservedConcurrency: 100 } },
    api: {
      authorization: 'NONE',
      throttle: { rateLimit: 500, burstLimit: 500 },
      executionLogging: 'OFF',
      accessLogging: false,
      ...api,
    },
    monitoring: { generatedAlarms: false, dashboard: false },
    waivers: {
      open: {
        code: 'ENV3090',
        path: 'api.authorization',
        value: 'NONE',
        reason: 'Only this computer reaches it.',
        expires: '2027-06-30',
      },
    },
    ...fields,
  });
}

/** A round every few seconds, for some seconds. */
function every(seconds: number, duration: number): readonly number[] {
  return Array.from({ length: duration }, (_, at) => (at % seconds === 0 ? 1 : 0));
}

/** No rounds for some seconds, in which the retries of the SDK end. */
function quiet(duration: number): readonly number[] {
  return Array.from({ length: duration }, () => 0);
}

const responses = (status: number, bound: number, because: string): Quantity => ({
  what: `responses ${status}`,
  of: (observation) => [observation.responses(status)],
  ...{ bound, because },
});

const first = (status: number, bound: number, because: string): Quantity => ({
  what: `second of the first ${status}`,
  of: (observation) => [observation.first(status)],
  ...{ bound, because },
});

const nameOf = ({ direction, index }: CapacityPart) => `${direction} units of ${index ?? 'the table'}`;

const consumed = (part: CapacityPart, bound: number, because: string): Quantity => ({
  what: `consumed ${nameOf(part)} by minute`,
  of: (observation) => observation.consumed(part),
  ...{ bound, because },
});

const provisioned = (part: CapacityPart): Quantity => ({
  what: `provisioned ${nameOf(part)} by minute`,
  of: (observation) => observation.provisioned(part),
  bound: 0,
  because: 'both scale at whole minutes',
});

const alarm = (name: string, bound = 0, because = 'both evaluate alarms at whole minutes'): Quantity => ({
  what: `seconds at which ${name} fires and recovers`,
  of: (observation) => observation.alarm(name),
  ...{ bound, because },
});

/** An alarm that fires after a minute with events. */
function alarmOn(metric: object): object {
  return {
    description: 'A minute with events',
    metric,
    threshold: 0,
    treatMissingData: 'notBreaching',
    notify: 'NONE',
  };
}

const WRITE = { direction: 'write' } as const;
const STATUS_WRITE = { direction: 'write', index: 'status-index' } as const;
const READ = { direction: 'read' } as const;
const LIST_READ = { direction: 'read', index: 'status-time-index' } as const;

/** The texts that make a payment an item of 10 write units, and the size of the item. */
const NOTES = 9;
const SIZED = { expectedItemSizeBytes: 9_500 };
const KEEP = { unknownMembers: 'KEEP' };

const WHOLE_TOKEN = 'a request takes a whole token, a rate takes fractions';
const WHOLE_PAYMENT = 'a payment takes 10 units at once, a rate takes fractions';
const WHOLE_REFUND = 'a refund takes 20 units of the index at once, a rate takes fractions';
const WHOLE_PAGE = 'a page takes 8 units at once, a rate takes fractions';
const ALL_PAGES = 'a list fails if one of its three pages is refused; the simulator refuses whole lists';
const AT_ONCE = 'the SDK repeats at once on the stopped clock, and a second later in the simulator';
const LAST_RETRY = 'in the simulator, the last retries of a minute fail in the next one';

/** The cases. */
export const CASES: readonly Case[] = [
  {
    title: 'throttle of a method',
    fields: {
      api: { throttle: { rateLimit: 2, burstLimit: 10 } },
      alarms: { refused: alarmOn({ resource: 'api', name: '4XXError', statistic: 'Sum' }) },
    },
    // Only new payments exceed the rate of a method. A bucket for both methods would be empty after 5 s.
    course: { round: { 'post-payment': 3, 'get-payment': 1 }, rounds: [...every(1, 25), ...quiet(215)] },
    quantities: [
      responses(200, 1, WHOLE_TOKEN),
      responses(429, 1, WHOLE_TOKEN),
      first(429, 1, WHOLE_TOKEN),
      alarm('refused'),
    ],
  },
  {
    title: 'throttle of the account',
    fields: {
      api: { throttle: { rateLimit: 3, burstLimit: 20 } },
      quotas: { apiGateway: { throttleRateLimit: 3, throttleBurstLimit: 20 } },
    },
    course: { round: { 'post-payment': 3, 'get-payment': 2 }, rounds: every(1, 20) },
    quantities: [responses(200, 1, WHOLE_TOKEN), responses(429, 1, WHOLE_TOKEN), first(429, 1, WHOLE_TOKEN)],
  },
  {
    title: 'burst of a table',
    fields: {
      write: { units: 2 },
      payment: KEEP,
      table: SIZED,
      alarms: {
        throttled: alarmOn({ resource: 'tables.payments', name: 'WriteThrottleEvents', statistic: 'Sum' }),
      },
    },
    // 10 units/s: 600 units of burst last for 75 s.
    course: { notes: NOTES, round: { 'post-payment': 1 }, rounds: [...every(1, 110), ...quiet(130)] },
    quantities: [
      responses(200, 2, WHOLE_PAYMENT),
      responses(503, 2, WHOLE_PAYMENT),
      first(503, 3, AT_ONCE),
      consumed(WRITE, 15, WHOLE_PAYMENT),
      alarm('throttled'),
    ],
  },
  {
    title: 'index below its table',
    fields: {
      write: { units: 60 },
      payment: KEEP,
      table: { ...SIZED, indexes: { 'status-index': { capacity: { read: ENOUGH, write: { units: 2 } } } } },
    },
    // 15 units/s of the index, because a refund deletes an entry and adds one: 600 units of burst last for 46 s.
    course: {
      notes: NOTES,
      seeds: { processed: 40 },
      round: { 'post-payment': 1, 'refund-payment': 1 },
      rounds: [...every(2, 72), ...quiet(48)],
    },
    quantities: [
      responses(200, 3, WHOLE_REFUND),
      responses(503, 3, WHOLE_REFUND),
      first(503, 4, WHOLE_REFUND),
      consumed(STATUS_WRITE, 25, WHOLE_REFUND),
      consumed(WRITE, 25, WHOLE_REFUND),
    ],
  },
  {
    title: 'growth by autoscaling',
    fields: {
      write: { autoscaling: { minimum: 2, maximum: 20, targetUtilizationPercent: 70 } },
      payment: KEEP,
      table: SIZED,
    },
    // 5 units/s, then 10 units/s.
    course: {
      notes: NOTES,
      round: { 'post-payment': 1 },
      rounds: [...every(2, 420), ...every(1, 300)],
    },
    quantities: [
      provisioned(WRITE),
      consumed(WRITE, 15, WHOLE_PAYMENT),
      responses(200, 2, WHOLE_PAYMENT),
      responses(503, 2, WHOLE_PAYMENT),
      first(503, 4, AT_ONCE),
      alarm('payment-processor-error-rate', 60, LAST_RETRY),
    ],
  },
  {
    title: 'pages of a list',
    fields: { read: { units: 3 }, payment: { ...KEEP, pageSize: 10 }, table: { expectedItemSizeBytes: 5_240 } },
    // A page of each state: 24 units/s of the index, so 900 units of burst last for 43 s. Single payments take 2 units of the table.
    course: {
      notes: 5,
      seeds: { processed: 12, refunded: 12, cancelled: 12 },
      round: { 'get-payments': 1, 'get-payment': 1 },
      rounds: [...every(1, 80), ...quiet(40)],
    },
    quantities: [
      responses(200, 10, ALL_PAGES),
      responses(503, 10, ALL_PAGES),
      first(503, 3, AT_ONCE),
      consumed(LIST_READ, 16, WHOLE_PAGE),
      consumed(READ, 0, 'each payment takes two units'),
    ],
  },
];
