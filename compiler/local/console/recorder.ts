// Records the requests of a run in bounded memory: a row of each request, and all details of the latest ones.

import type { AnsweredCall } from '../front/call';
import type { GatewayResponse } from '../gateway/gateway-message';
import type { Route } from '../gateway/routes';
import type { ArrivedRequest, PerformedCheck, RunObserver } from '../run-observer';
import type { Traffic } from './api';
import { DeliveryRecorder } from './delivery-recorder';
import {
  addCall,
  addLine,
  beginRecord,
  endRecord,
  type RecordedRequest,
  type Row,
  shortName,
  sizeOf,
} from './recorded-request';
import { Ring } from './ring';
import { ALL_REQUESTS, edgeTo, TrafficCounters } from './traffic-counters';

/** The bounds of a recorder. */
export interface RecorderLimits {
  /** Requests in the list. */
  readonly rows: number;
  /** Requests with all their steps, texts included. */
  readonly details: number;
  /** The total size of the texts of these requests, in bytes. */
  readonly bytes: number;
}

const DEFAULT_LIMITS: RecorderLimits = { rows: 100_000, details: 1000, bytes: 32 * 1024 * 1024 };

/** The name of the only caller of stores that is not a function: the developer. */
const CLIENT = 'clients';

/** A clock: milliseconds since 1970, and milliseconds that never decrease. */
export interface RecorderClock {
  now(): number;
  elapsed(): number;
}

const MACHINE_CLOCK: RecorderClock = { now: Date.now, elapsed: () => performance.now() };

/** Records a run. */
export class Recorder implements RunObserver {
  readonly rows: Ring<Row>;
  readonly #records = new Map<string, RecordedRequest>();
  /** The records by trace: of the requests in progress, and of the latest ones. */
  readonly #byTrace = new Map<string, RecordedRequest>();
  readonly #inProgress = new Set<string>();
  readonly #ended: { readonly traceId: string; readonly bytes: number }[] = [];
  readonly #traffic: TrafficCounters;
  /** The deliveries of triggers. */
  readonly deliveries: DeliveryRecorder;
  readonly #consumed = new Map<string, { read: number; write: number }>();
  #bytes = 0;

  constructor(
    readonly limits: RecorderLimits = DEFAULT_LIMITS,
    private readonly clock: RecorderClock = MACHINE_CLOCK,
  ) {
    this.rows = new Ring(limits.rows);
    this.#traffic = new TrafficCounters(() => clock.now());
    this.deliveries = new DeliveryRecorder(this.#traffic, () => clock.elapsed());
  }

  get inProgress(): number {
    return this.#inProgress.size;
  }

  /** The request with a trace; undefined if only its row is left. */
  withTrace(traceId: string): RecordedRequest | undefined {
    return this.#byTrace.get(traceId);
  }

  /** All details of a request; undefined if only its row is left. */
  recordOf(requestId: string): RecordedRequest | undefined {
    return this.#records.get(requestId);
  }

  trafficOf(edge: string): Traffic {
    return this.#traffic.of(edge);
  }

  /** The units of a table and its indexes that calls have consumed. */
  consumedOf(table: string): { readonly read: number; readonly write: number } {
    return this.#consumed.get(table) ?? { read: 0, write: 0 };
  }

  /** Records that a request repeats another one. */
  link(requestId: string, repeated: string): void {
    const record = this.#records.get(requestId);
    if (record !== undefined) record.row.repeats = repeated;
    this.#records.get(repeated)?.repeatedBy.push(requestId);
  }

  arrived(arrived: ArrivedRequest): void {
    const record = beginRecord(arrived, this.clock.now(), this.clock.elapsed());
    this.#records.set(arrived.requestId, record);
    this.#byTrace.set(arrived.traceId, record);
    this.#inProgress.add(arrived.traceId);
  }

  routed(traceId: string, { method, resourcePath }: Route): void {
    const record = this.#byTrace.get(traceId);
    if (record !== undefined) record.row.route = `${method} ${resourcePath}`;
  }

  checked(traceId: string, { name, milliseconds, refusedBy: reason }: PerformedCheck): void {
    const record = this.#byTrace.get(traceId);
    if (record === undefined) return;
    const refusedBy = reason ?? null;
    const begin = this.clock.elapsed() - record.begun - milliseconds;
    record.checks.push({ name, begin, milliseconds, refusedBy });
    if (refusedBy !== null) record.row.refusedBy = refusedBy;
  }

  invoked(traceId: string, functionName: string): void {
    const record = this.#byTrace.get(traceId);
    if (record === undefined) return;
    const begin = this.clock.elapsed() - record.begun;
    record.invocation = { functionName, begin, milliseconds: undefined, isRunning: true, failure: null };
  }

  returned(traceId: string, { failure: reason }: { readonly failure?: string | undefined }): void {
    const record = this.#byTrace.get(traceId);
    if (record?.invocation === undefined) return;
    const { functionName, begin } = record.invocation;
    const failure = reason ?? null;
    const milliseconds = this.clock.elapsed() - record.begun - begin;
    record.invocation = { functionName, begin, milliseconds, isRunning: false, failure };
    this.#traffic.count(edgeTo.function(functionName), { milliseconds, isFailed: failure !== null });
  }

  responded(traceId: string, response: GatewayResponse): void {
    const record = this.#byTrace.get(traceId);
    if (record === undefined) return;
    endRecord(record, response, this.clock.elapsed());
    const { row } = record;
    row.number = this.rows.count;
    this.rows.add(row);
    this.#inProgress.delete(traceId);
    const isRefused = row.refusedBy !== null && record.invocation === undefined;
    const event = { isRefused, isFailed: row.status >= 500, ...(!isRefused && { milliseconds: row.milliseconds }) };
    this.#traffic.count(ALL_REQUESTS, event);
    if (row.route !== null) this.#traffic.count(edgeTo.route(row.route), event);
    this.#keep(traceId, record);
  }

  called(call: AnsweredCall): void {
    const { caller, resources, answer, milliseconds, traceId } = call;
    const name = caller.is === 'function' ? caller.principal.name : CLIENT;
    const isRefused = answer.refusedBy !== undefined;
    const event = { milliseconds, isRefused, isFailed: answer.statusCode >= 500 };
    for (const arn of resources) {
      const [resource = ''] = shortName(arn).split('/index/');
      this.#traffic.count(edgeTo.store(name, resource), event);
      if (answer.consumed !== undefined) this.#consume(resource, answer.consumed);
    }
    const record = traceId === undefined ? undefined : this.#byTrace.get(traceId);
    this.deliveries.called(call);
    if (record === undefined) return;
    record.row.calls += 1;
    addCall(record, call, this.clock.elapsed());
  }

  logged(traceId: string | undefined, _functionName: string, line: string): void {
    if (traceId === undefined) return;
    const record = this.#byTrace.get(traceId);
    if (record === undefined) this.deliveries.logged(traceId, line);
    else addLine(record, line, this.clock.elapsed());
  }

  #consume(table: string, { read, write }: { readonly read: number; readonly write: number }): void {
    const sum = this.#consumed.get(table) ?? { read: 0, write: 0 };
    this.#consumed.set(table, { read: sum.read + read, write: sum.write + write });
  }

  /** Keeps an ended record, and drops the oldest ones beyond the limits. */
  #keep(traceId: string, record: RecordedRequest): void {
    const bytes = sizeOf(record);
    this.#ended.push({ traceId, bytes });
    this.#bytes += bytes;
    while (this.#ended.length > this.limits.details || (this.#bytes > this.limits.bytes && this.#ended.length > 1)) {
      const oldest = this.#ended.shift();
      if (oldest === undefined) return;
      this.#bytes -= oldest.bytes;
      const dropped = this.#byTrace.get(oldest.traceId);
      this.#byTrace.delete(oldest.traceId);
      if (dropped !== undefined) this.#records.delete(dropped.row.id);
    }
  }
}
