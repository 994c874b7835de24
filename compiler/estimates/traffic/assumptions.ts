// The assumptions of an estimate: facts about traffic that no field of a spec states. Reports list those that they use.

import { STATUSES } from '../../../contract/states';

/** An assumption: its value, its meaning with the unit, and the reason for the value. */
export interface CostAssumption {
  readonly value: number;
  readonly meaning: string;
  readonly basis: string;
}

/** The assumptions, by name. */
export const COST_ASSUMPTIONS = {
  hoursPerMonth: {
    value: 730,
    meaning: 'the hours of a month',
    basis: 'the month of the AWS Pricing Calculator; a bill counts the actual hours, 672 to 744',
  },
  durationMilliseconds: {
    value: 25,
    meaning: 'the billed duration of an invocation, in ms, of a function without expectedDurationMilliseconds',
    basis: 'DynamoDB answers in single-digit milliseconds, and the handler makes one or two requests',
  },
  statesPerList: {
    value: STATUSES.length,
    meaning: 'the states of which a list reads a full page, in each shard',
    basis: 'a list without a status reads the payments of all states; one with a status reads those of one',
  },
  functionLogBytes: {
    value: 1024,
    meaning: 'the bytes that an invocation logs',
    basis: 'the log line of the handler and the START, END and REPORT lines of Lambda',
  },
  accessLogBytes: {
    value: 1024,
    meaning: 'the bytes of the access log for a request',
    basis: 'the members of the format of the access log, filled in',
  },
  logStorageShare: {
    value: 1,
    meaning: 'the stored size of log events as a share of the ingested size',
    basis: 'CloudWatch Logs bills compressed storage without documenting the ratio; 1 is an upper bound',
  },
  unlimitedRetentionMonths: {
    value: 12,
    meaning: 'the months of log events that are stored if their retention is unlimited',
    basis: 'the storage of log events after the first year',
  },
  responseBytes: {
    value: 2048,
    meaning: 'the bytes of a response with its headers',
    basis: 'a payment and the headers of API Gateway; a page of a list is larger by its items',
  },
  eventsPerInvocation: {
    value: 1,
    meaning: 'the changes or messages of an invocation by a trigger',
    basis: 'batches fill only under load; 1 is an upper bound of the cost',
  },
  notifications: {
    value: 100,
    meaning: 'the messages that alarms publish in a month',
    basis: 'three alarms a day that fire and recover; their price is below one cent',
  },
  queuePollsPerHour: {
    value: 900,
    meaning: 'the requests of a trigger without messages in an hour',
    basis: 'Lambda keeps 5 long polls of 20 s for each queue',
  },
  requestsPerMessage: {
    value: 3,
    meaning: 'the requests for a message of a queue: one each to send, receive and delete it',
    basis: 'messages of at most 64 KB, sent and deleted one at a time',
  },
  keyRequestsPerHour: {
    value: 100,
    meaning: 'the requests to a customer managed key in an hour',
    basis: 'services of AWS reuse data keys for 5 minutes, so traffic has little influence',
  },
  secretReadsPerHour: {
    value: 12,
    meaning: 'the reads of a secret in an hour',
    basis: 'the functions keep a secret for 5 minutes',
  },
} as const satisfies Readonly<Record<string, CostAssumption>>;

/** The name of an assumption. */
export type CostAssumptionName = keyof typeof COST_ASSUMPTIONS;

/** The value of an assumption. */
export function assumed(name: CostAssumptionName): number {
  return COST_ASSUMPTIONS[name].value;
}

/** The values of assumptions. */
export type Assumed = typeof assumed;

/** The assumptions with another value of one. */
export function assumedWith(changed: CostAssumptionName, value: number): Assumed {
  return (name) => (name === changed ? value : assumed(name));
}

/** The seconds of a month. */
export const SECONDS_PER_MONTH = COST_ASSUMPTIONS.hoursPerMonth.value * 3600;
