// The JSON values that the console's server sends to its page. Times are in milliseconds since 1970, durations in milliseconds.

import type { Cause, CausedDelivery } from './caused-api';

/** A request in the list. */
export interface RequestRow {
  /** Counts the requests of the run from 0. */
  readonly number: number;
  readonly id: string;
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Such as `POST /payments`; null if no route matches. */
  readonly route: string | null;
  readonly status: number;
  readonly milliseconds: number;
  /** The number of calls to tables and queues. */
  readonly calls: number;
  /** The reason of a refusal; null for requests that were not refused. */
  readonly refusedBy: string | null;
  /** The request that this one repeats. */
  readonly repeats: string | null;
}

/** A page of the list, the newest request first. */
export interface RequestPage {
  /** The number of requests that match the filter. */
  readonly total: number;
  readonly offset: number;
  /** Only requests with lower numbers are counted, so that the list does not move while it is read. */
  readonly until: number;
  readonly rows: readonly RequestRow[];
}

/** A text with its full size; long texts are cut. */
export interface CutText {
  readonly text: string;
  readonly bytes: number;
  readonly isCut: boolean;
}

/** A step of a request. It begins `begin` milliseconds after the request. */
export interface Step {
  readonly begin: number;
  readonly milliseconds: number;
}

export interface CheckStep extends Step {
  readonly name: string;
  readonly refusedBy: string | null;
}

export interface InvocationStep extends Step {
  readonly functionName: string;
  /** Whether the function was still running when the page requested the details. */
  readonly isRunning: boolean;
  readonly failure: string | null;
}

export interface CallStep extends Step {
  readonly service: 'dynamodb' | 'sqs' | 'secretsmanager' | 'ssm';
  readonly operation: string;
  /** The tables, indexes, queues or secrets. */
  readonly resources: readonly string[];
  readonly status: number;
  /** The type of an error, such as `ConditionalCheckFailedException`. */
  readonly error: string | null;
  readonly refusedBy: string | null;
  readonly units: { readonly read: number; readonly write: number } | null;
  readonly request: CutText;
}

/** A request with everything that is known about it. */
export interface RequestDetail extends RequestRow {
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly requestBody: CutText;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseBody: CutText;
  readonly checks: readonly CheckStep[];
  readonly invocation: InvocationStep | null;
  readonly storeCalls: readonly CallStep[];
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  /** The requests that repeat this one. */
  readonly repeatedBy: readonly string[];
  /** The deliveries by triggers of what the request wrote. */
  readonly caused: readonly CausedDelivery[];
  readonly curl: string;
  /** Why the request cannot be replayed; null if it can. */
  readonly replayProblem: string | null;
}

/** The traffic between two boxes of the overview in the last minute. */
export interface Traffic {
  /** Requests a second, as the mean of the last 10 seconds. */
  readonly perSecond: number;
  readonly total: number;
  readonly refused: number;
  readonly failed: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** The state of the parts and edges of the picture. */
export interface OverviewState {
  /** The traffic of each edge whose traffic is counted, and of each function with a schedule, by the id of the edge or the box. */
  readonly traffic: Readonly<Record<string, Traffic>>;
  /** The names of the alarms that fire, as in the spec. */
  readonly firing: readonly string[];
  /** The next time of a schedule of each function with one, by the id of its box, on the clock of limits. */
  readonly nextRuns: Readonly<Record<string, number>>;
}

/** A file of the spec. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An example request that the page can send. */
export interface Example {
  readonly route: string;
  readonly method: string;
  readonly target: string;
  readonly curl: string;
}

/** The run. */
export interface RunState {
  readonly spec: string;
  readonly region: string;
  readonly url: string;
  readonly limits: string;
  readonly examples: readonly Example[];
  readonly capacity: { readonly requests: number; readonly details: number };
}

/** An event of the stream: the state at its time. */
export interface Tick {
  readonly at: number;
  /** The time on the clock of limits. */
  readonly clock: number;
  /** The number of requests so far. */
  readonly requests: number;
  readonly inProgress: number;
  /** Counts the begins and ends of deliveries by triggers. */
  readonly deliveries: number;
  /** The id of the latest message of the inbox. */
  readonly messages: number;
  /** Counts the reloads of the spec. */
  readonly version: number;
  readonly all: Traffic;
}

export interface TableIndex {
  readonly name: string;
  readonly key: string;
  readonly projection: string;
}

export interface TableInfo {
  readonly name: string;
  readonly key: string;
  readonly billing: string;
  readonly indexes: readonly TableIndex[];
  /** Units that the calls of the run have consumed. */
  readonly consumed: { readonly read: number; readonly write: number };
}

export interface ItemPage {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** Continues the list; null at its end. */
  readonly next: string | null;
}

export interface QueueInfo {
  readonly name: string;
  readonly waiting: number;
  readonly delayed: number;
  readonly inFlight: number;
}

export interface QueueMessage {
  readonly sentAt: number;
  readonly state: 'waiting' | 'delayed' | 'in flight';
  readonly body: CutText;
}

export interface MessagePage {
  readonly total: number;
  readonly offset: number;
  readonly messages: readonly QueueMessage[];
}

/** The result of a redrive: messages processed and removed, and those that remain, with the reason. */
export interface RedriveResult {
  readonly processed: number;
  readonly kept: number;
  readonly results: readonly { readonly text: string; readonly requestId: string | null }[];
}

/** A line of a chart with its limit. */
export interface ValueSeries {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  /** The end of the chart's axis; null where the values have no fixed maximum. */
  readonly maximum: number | null;
  readonly maximumLabel: string;
  readonly valueLabel: string;
  /** The values, by the times of the samples. */
  readonly values: readonly (number | null)[];
}

export interface LimitsReport {
  readonly mode: string;
  readonly times: readonly number[];
  /** The limits of a group: throttles, concurrency or capacity. */
  readonly series: readonly ValueSeries[];
  readonly refusals: readonly { readonly statusCode: number; readonly by: string; readonly requests: number }[];
}

/** A value of the spec. */
export interface SpecRow {
  readonly path: string;
  readonly value: string;
  /** The value as written, if it has expressions. */
  readonly written: string | null;
  /** The location, or null for a default. */
  readonly origin: string | null;
}

/** An alarm with the values that it compares. */
export interface AlarmRow {
  readonly name: string;
  readonly description: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  /** The reason of the latest evaluation; empty before the first one. */
  readonly reason: string;
  /** Whether the spec has a drill for it. */
  readonly hasDrill: boolean;
  /** When the alarm got its state, on the clock of limits; null before the first evaluation. */
  readonly since: number | null;
  /** The values of the latest periods, and the ends of the periods; null for composite alarms. */
  readonly chart: {
    readonly condition: string;
    readonly threshold: number;
    readonly times: readonly number[];
    readonly values: readonly (number | null)[];
  } | null;
}

/** A period of a drill: the value that the alarm compares, and its state afterwards. */
export interface DrillPeriod {
  /** The end of the period, in seconds after the start of the drill. */
  readonly seconds: number;
  readonly value: number | null;
  readonly state: AlarmRow['state'];
}

/** The drill of an alarm: on values that must trigger it, and on values that must not. */
export interface AlarmDrill {
  readonly fires: readonly DrillPeriod[];
  readonly quiet: readonly DrillPeriod[];
}

/** A message that a webhook or a subscriber of an alarm would get. */
export interface InboxRow {
  readonly id: number;
  readonly at: number;
  readonly channel: string;
  readonly to: string;
  readonly subject: string;
  /** The headers of a webhook; empty for other messages. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** The delivery that sent the message, and the requests at the begin of its chain; null for messages of alarms. */
  readonly sentBy: { readonly delivery: number; readonly requests: readonly Cause[] } | null;
}

/** The receiver of webhooks. */
export interface ReceiverState {
  /** Whether the spec has webhooks that it receives. */
  readonly isUsed: boolean;
  /** How it responds to signed messages: with 204, with 500, or not at all. */
  readonly mode: 'accept' | 'fail' | 'hang';
}

/** A field of the language, and how the run treats it. */
export interface EmulationRow {
  readonly path: string;
  readonly is: 'enforced' | 'approximated' | 'not local';
  /** How it is approximated, or why it has no effect; empty for an enforced field. */
  readonly note: string;
}
