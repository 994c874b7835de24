// The calls to tables: their units, their refusals and faults, and the retries of the SDK in the functions.

import { CALL_BUDGETS, longestPause } from '../../../contract/call-budgets';
import type { Step } from '../../model/limiter';
import type { TableShare } from '../../model/table-capacity';
import { SIMULATION_ASSUMPTIONS } from './assumptions';
import type { Books } from './books';
import type { Clients, Cohorts } from './clients';
import { type SimulatedTable, UNAVAILABLE_STATUS } from './tables';
import type { Operation } from './work';

/** The mean pauses of the SDK before each retry of a call, in seconds: pauses are random, from 0 to the longest one. */
const PAUSE_SECONDS = Array.from(
  { length: CALL_BUDGETS.dynamodb.attempts - 1 },
  (_, at) => longestPause(at + 1) / 2000,
);

interface Calls {
  readonly operation: Operation;
  readonly table: SimulatedTable;
  /** The methods that make the call. */
  readonly methods: readonly number[];
  /** The calls of each method in the present second. */
  readonly called: Float64Array;
  /** The calls by the number of their attempt: first ones, which the functions send, and retries, which are due in the next second. */
  readonly attempts: readonly Cohorts[];
}

/** The share of the calls that a fault fails, and its reason. */
interface Failure {
  readonly failing: number;
  readonly reason: 'TimeoutError' | 'InternalServerError';
}

const NO_FAILURE: Failure = { failing: 0, reason: 'InternalServerError' };

const LATENCY_SECONDS = SIMULATION_ASSUMPTIONS.tableLatencyMilliseconds.value / 1000;
const TIMEOUT_SECONDS = CALL_BUDGETS.dynamodb.timeoutMilliseconds / 1000;

/** The calls of requests to tables. */
export class TableStage {
  /** The number of retries of a call. */
  readonly retries = PAUSE_SECONDS.length;
  private readonly calls: readonly Calls[];
  /** The mean time that an attempt of each method waited for retries in the last step, in seconds. */
  private readonly waits: Float64Array;
  /** The successful requests of each method by the number of retries of their last call. */
  private readonly successes: readonly Float64Array[];
  private readonly changed = new Map<string, number>();

  constructor(
    operations: readonly Operation[],
    tables: ReadonlyMap<string, SimulatedTable>,
    private readonly clients: Clients,
    private readonly books: Pick<Books, 'faults' | 'carryOver'>,
  ) {
    const perMethod = () => new Float64Array(clients.methods);
    this.waits = perMethod();
    this.successes = [perMethod(), ...PAUSE_SECONDS.map(perMethod)];
    this.calls = operations.map((operation) => ({
      operation,
      table: tables.get(operation.table) as SimulatedTable,
      methods: operation.units.flatMap((units, method) => (units > 0 ? [method] : [])),
      called: perMethod(),
      attempts: Array.from({ length: PAUSE_SECONDS.length + 1 }, () => clients.cohorts()),
    }));
  }

  /** Continues with the attempts whose calls succeed, and fails those whose last retry fails. */
  pass(step: Step, cohorts: Cohorts): void {
    this.waits.fill(0);
    for (const successes of this.successes) successes.fill(0);
    const [first] = this.successes as [Float64Array];
    for (let method = 0; method < first.length; method++) first[method] = this.clients.sumOf(cohorts, method);
    this.changed.clear();
    for (const calls of this.calls) {
      const called = this.begin(calls, cohorts);
      if (called === 0) continue;
      const share = this.consume(step, calls);
      const { failing, reason } = this.failureOf(calls.operation.table);
      if (share.refusal !== undefined) calls.table.refuse(share.refusal, called * (1 - share.admitted));
      if (failing > 0) calls.table.fail(reason, callOf(calls.operation), called * share.admitted * failing);
      const succeeding = share.admitted * (1 - failing);
      if (calls.operation.direction === 'write') this.changed.set(calls.operation.table, called * succeeding);
      this.settle(calls, cohorts, succeeding);
    }
  }

  /** The mean time that an attempt of a method waits beyond its expected duration, in seconds: for retries as in the last step, and for slow tables. */
  waiting(method: number): number {
    return (this.waits[method] ?? 0) + this.slowness(method);
  }

  /** The time that the calls of a method take in addition, in seconds, because a table is slow. */
  slowness(method: number): number {
    let seconds = 0;
    if (this.books.faults.areNone) return seconds;
    for (const { operation } of this.calls)
      if ((operation.units[method] ?? 0) > 0) seconds += this.callSeconds(operation.table) - LATENCY_SECONDS;
    return seconds;
  }

  /** The successful requests of methods in the present second whose last call needed a number of retries. */
  succeeded(methods: readonly number[], retries: number): number {
    const successes = this.successes[retries];
    let sum = 0;
    for (const method of methods) sum += successes?.[method] ?? 0;
    return sum;
  }

  /** The successful requests of a method in the present second. */
  allSucceeded(method: number): number {
    let sum = 0;
    for (const successes of this.successes) sum += successes[method] ?? 0;
    return sum;
  }

  /** The changes of a table in the present second. */
  changes(table: string): number {
    return this.changed.get(table) ?? 0;
  }

  /** The tables that a method calls, as text. */
  calledBy(method: number): string {
    const called = this.calls.filter(({ operation }) => (operation.units[method] ?? 0) > 0);
    return called.map(({ operation }) => operation.table).join(' ');
  }

  private callSeconds(table: string): number {
    return Math.min(TIMEOUT_SECONDS, LATENCY_SECONDS * this.books.faults.factor('slow table', table));
  }

  private failureOf(table: string): Failure {
    if (this.books.faults.areNone) return NO_FAILURE;
    return this.callSeconds(table) >= TIMEOUT_SECONDS
      ? { failing: 1, reason: 'TimeoutError' }
      : { failing: this.books.faults.share('failing table', table), reason: 'InternalServerError' };
  }

  /** Adds the first attempts of the calls. Returns the number of all calls. */
  private begin({ methods, called, attempts }: Calls, cohorts: Cohorts): number {
    const [first] = attempts;
    const width = this.clients.attempts;
    let sum = 0;
    for (const method of methods) {
      const begin = method * width;
      for (let cohort = begin; cohort < begin + width; cohort++) (first as Cohorts)[cohort] = cohorts[cohort] ?? 0;
      let calls = 0;
      for (const amounts of attempts) calls += this.clients.sumOf(amounts, method);
      called[method] = calls;
      sum += calls;
    }
    return sum;
  }

  private consume(step: Step, calls: Calls): TableShare {
    const { direction, index, units, indexUnits } = calls.operation;
    if (direction === 'read') return calls.table.read(step, unitsOf(calls, units), index);
    const ofIndexes = indexUnits.map(([name, own]) => ({ index: name, units: unitsOf(calls, own) }));
    return calls.table.write(step, unitsOf(calls, units), ofIndexes);
  }

  /** Ends the successful calls, and prepares the retries of the others. */
  private settle({ operation, methods, attempts }: Calls, cohorts: Cohorts, share: number): void {
    const slowness = this.callSeconds(operation.table) - LATENCY_SECONDS;
    for (const method of methods) {
      const first = this.clients.sumOf(cohorts, method);
      let waiting = 0;
      for (const successes of this.successes) successes[method] = 0;
      const begin = method * this.clients.attempts;
      for (let cohort = begin; cohort < begin + this.clients.attempts; cohort++) {
        let succeeded = 0;
        // The last attempt comes first, because the refused calls of an attempt become the next one.
        for (let attempt = attempts.length - 1; attempt >= 0; attempt--) {
          const called = attempts[attempt]?.[cohort] ?? 0;
          const refused = called * (1 - share);
          succeeded += called - refused;
          const successes = this.successes[attempt] as Float64Array;
          successes[method] = (successes[method] ?? 0) + called - refused;
          const retries = attempts[attempt + 1];
          const pause = PAUSE_SECONDS[attempt];
          if (retries === undefined || pause === undefined) this.clients.fail(cohort, refused, UNAVAILABLE_STATUS);
          else {
            retries[cohort] = refused;
            this.books.carryOver.add(refused);
            waiting += refused * (pause + slowness);
          }
        }
        cohorts[cohort] = succeeded;
      }
      if (first > 0) this.waits[method] = (this.waits[method] ?? 0) + waiting / first;
    }
  }
}

/** The units of all calls of the present second. */
function unitsOf({ methods, called }: Calls, unitsOfMethods: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < methods.length; at++) {
    const method = methods[at] as number;
    sum += (called[method] ?? 0) * (unitsOfMethods[method] ?? 0);
  }
  return sum;
}

/** The call of an operation. A write counts as PutItem, although the routes that change a payment call UpdateItem. */
function callOf({ direction, index }: Operation): 'PutItem' | 'Query' | 'GetItem' {
  if (direction === 'write') return 'PutItem';
  return index === undefined ? 'GetItem' : 'Query';
}
