// Records the columns and the refusals of a simulation.

import type { Step } from '../../model/limiter';
import { SMALLEST_AMOUNT } from '../../model/rounding';
import type { Limit } from '../traffic/bottleneck';
import type { Column, Refusal } from './result';

/** A limit or a failing part. */
export type RefusingLimit = Pick<Limit, 'what' | 'field'>;

/** The refused attempts of a limit for a reason. */
export class RefusalCount {
  private first: Pick<Refusal, 'first' | 'rateAtFirst'> | undefined;
  private count = 0;

  constructor(
    private readonly recording: Recording,
    readonly limit: RefusingLimit,
    private readonly outcome: Pick<Refusal, 'reason' | 'status'>,
  ) {}

  /** Adds refused attempts, in attempts a second of the present step. */
  add(count: number): void {
    if (count < SMALLEST_AMOUNT) return;
    const { second, seconds, requests } = this.recording;
    this.count += count * seconds;
    if (this.first !== undefined) return;
    this.first = { first: second, rateAtFirst: requests[second] ?? 0 };
    this.recording.refused.push(this);
  }

  /** The refusal; undefined if the limit has not refused any attempt. */
  get result(): Refusal | undefined {
    const { what: limit, field } = this.limit;
    return this.first && { limit, field, ...this.outcome, ...this.first, count: this.count };
  }
}

/**
 * The extent of the records of a simulation: all; alarms, with the columns of the API; columns without responses and metrics; or only
 * refusals, which state how requests end.
 */
export type Extent = 'all' | 'alarms' | 'consumption' | 'refusals';

/** The part whose columns state the responses to clients. */
const API = 'api';

/** The present step of a simulation. */
export interface Present {
  /** The first second of the step. */
  readonly second: number;
  /** The seconds of the step. */
  readonly seconds: number;
  /** The time of the first second, in seconds since 1970, UTC. */
  readonly time: number;
}

/** The records of a simulation, with its present step. The engine begins and ends each step. */
export class Recording implements Present {
  second = 0;
  seconds = 1;
  time = 0;
  readonly columns: Column[] = [];
  /** The columns whose values are the same in all seconds of a step. */
  private readonly steady: Float64Array[] = [];
  /** The values of all columns that are not kept, which nothing reads. */
  private readonly unread: Float64Array | undefined;
  /** The counts with refusals, in the order of the first ones. */
  readonly refused: RefusalCount[] = [];

  /** @param requests the requests of each second */
  constructor(
    readonly requests: readonly number[],
    private readonly extent: Extent,
  ) {
    if (!keepsAll(extent)) this.unread = new Float64Array(requests.length);
  }

  /** Begins a step. Its writers set the values of its first second. */
  begin(second: number, { from, seconds }: Step): void {
    this.second = second;
    this.seconds = seconds;
    this.time = from;
  }

  /** Ends the step: all of its seconds have the values of the first one. */
  end(): void {
    const { second, seconds } = this;
    if (seconds === 1) return;
    for (const values of this.steady) values.fill(values[second] ?? 0, second + 1, second + seconds);
  }

  /** Whether the columns of a part are kept. */
  keeps(part: string): boolean {
    return keepsAll(this.extent) || (this.extent === 'alarms' && part === API);
  }

  /** A new column; the caller writes its value in the first second of each step. */
  column(part: string, what: string, unit: Column['unit']): Float64Array {
    const values = this.course(part, what, unit);
    if (this.keeps(part)) this.steady.push(values);
    return values;
  }

  /** A new column; the caller writes its values in all seconds. */
  course(part: string, what: string, unit: Column['unit']): Float64Array {
    if (this.unread !== undefined && !this.keeps(part)) return this.unread;
    const values = new Float64Array(this.requests.length);
    this.columns.push({ part, what, unit, values });
    return values;
  }

  /** The sum of a column; 0 without the column. */
  sum(part: string, what: string): number {
    const found = this.columns.find((column) => column.part === part && column.what === what);
    return found?.values.reduce((sum, value) => sum + value, 0) ?? 0;
  }

  /** A new count of refused attempts. */
  refusal(limit: RefusingLimit, reason: string, status: number): RefusalCount {
    return new RefusalCount(this, limit, { reason, status });
  }

  /** Whether a limit, or any limit, has refused attempts. */
  hasRefused(limit: Refusal['limit'] | 'any'): boolean {
    return this.refused.some((count) => limit === 'any' || count.limit.what === limit);
  }

  /** The refusals, in the order of their first seconds. */
  get refusals(): readonly Refusal[] {
    return this.refused.flatMap(({ result }) => result ?? []);
  }
}

/** The columns of a part that admits some attempts and refuses others. */
export class Counts {
  private readonly attempts: Float64Array;
  private readonly admitted: Float64Array;
  private readonly refused: Float64Array;
  private readonly areKept: boolean;

  constructor(
    private readonly recording: Recording,
    part: string,
  ) {
    this.areKept = recording.keeps(part);
    this.attempts = recording.column(part, 'attempts', 'requests');
    this.admitted = recording.column(part, 'admitted', 'requests');
    this.refused = recording.column(part, 'refused', 'requests');
  }

  /** Adds attempts, in attempts a second of the present step. */
  add(attempts: number, admitted: number): void {
    if (!this.areKept) return;
    const { second } = this.recording;
    add(this.attempts, second, attempts);
    add(this.admitted, second, admitted);
    if (admitted < attempts) add(this.refused, second, attempts - admitted);
  }
}

/** Adds an amount to the value of a second. */
export function add(values: Float64Array, second: number, amount: number): void {
  values[second] = (values[second] ?? 0) + amount;
}

/** Whether the columns of all parts are kept. */
function keepsAll(extent: Extent): boolean {
  return extent === 'all' || extent === 'consumption';
}
