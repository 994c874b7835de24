// The calls to tables: their units, their refusals and faults, and the retries of the SDK in the functions.

import { CALL_BUDGETS, longestPause } from '../../contract/call-budgets';
import { REASONS } from '../../contract/problems';
import type { Step } from '../model/limiter';
import type { TableShare } from '../model/table-capacity';
import type { Clients, Cohorts } from './clients';
import type { Faults } from './faults';
import type { Recording } from './recording';
import type { SimulatedTable } from './tables';
import type { Operation } from './work';

/** The handler answers this if the last attempt of a call fails. */
const [UNAVAILABLE_STATUS] = REASONS.unavailable;

/** The mean pauses of the SDK before each retry of a call, in seconds: pauses are random, from 0 to the longest one. */
const PAUSE_SECONDS = Array.from(
  { length: CALL_BUDGETS.dynamodb.attempts - 1 },
  (_, at) => longestPause(at + 1) / 2000,
);

interface Calls {
  readonly operation: Operation;
  readonly table: SimulatedTable;
  /** The calls by the number of their attempt: first ones, which the functions send, and retries, which are due in the next second. */
  readonly attempts: readonly Cohorts[];
}

/** The calls of requests to tables. */
export class TableStage {
  /** The mean time that an attempt of each method waits in its calls, in seconds, in the last step. */
  readonly waits: Float64Array;
  private readonly calls: readonly Calls[];

  constructor(
    operations: readonly Operation[],
    tables: ReadonlyMap<string, SimulatedTable>,
    private readonly clients: Clients,
    private readonly recording: Recording,
    private readonly faults: Faults,
  ) {
    this.waits = new Float64Array(clients.methods);
    this.calls = operations.map((operation) => ({
      operation,
      table: tables.get(operation.table) as SimulatedTable,
      attempts: Array.from({ length: PAUSE_SECONDS.length + 1 }, () => clients.cohorts()),
    }));
  }

  /** Continues with the attempts whose calls succeed, and fails those whose last retry fails. */
  pass(step: Step, cohorts: Cohorts): void {
    this.waits.fill(0);
    for (const calls of this.calls) {
      this.begin(calls, cohorts);
      const { operation, table } = calls;
      const called = this.sum(calls, () => 1);
      if (called === 0) continue;
      const { admitted, refusal } = this.consume(step, calls);
      const failing = this.faults.failing('failing table', operation.table);
      if (refusal !== undefined) {
        const outcome = { reason: refusal.reason, status: UNAVAILABLE_STATUS };
        this.recording.refuse(table.limitOf(refusal), outcome, called * (1 - admitted));
      }
      const failure = { reason: 'InternalServerError', status: UNAVAILABLE_STATUS };
      this.recording.refuse({ what: `table ${operation.table}` }, failure, called * admitted * failing);
      this.settle(calls, cohorts, admitted * (1 - failing));
    }
  }

  /** Adds the first attempts of the calls. */
  private begin({ operation, attempts: [first] }: Calls, cohorts: Cohorts): void {
    operation.units.forEach((units, method) => {
      const begin = method * this.clients.attempts;
      if (units > 0) first?.set(cohorts.subarray(begin, begin + this.clients.attempts), begin);
    });
  }

  private consume(step: Step, calls: Calls): TableShare {
    const { operation, table } = calls;
    const units = this.sum(calls, (method) => operation.units[method] ?? 0);
    if (operation.direction === 'read') return table.read(step, units, operation.index);
    const indexes = [...operation.indexUnits].map(
      ([index, own]) => [index, this.sum(calls, (method) => own[method] ?? 0)] as const,
    );
    return table.write(step, units, new Map(indexes));
  }

  /** Ends the successful calls, and prepares the retries of the others. */
  private settle({ operation, attempts }: Calls, cohorts: Cohorts, share: number): void {
    operation.units.forEach((units, method) => {
      if (units === 0) return;
      const first = this.clients.sumOf(cohorts, method);
      let waiting = 0;
      const begin = method * this.clients.attempts;
      for (let cohort = begin; cohort < begin + this.clients.attempts; cohort++) {
        let succeeded = 0;
        // The last attempt comes first, because the refused calls of an attempt become the next one.
        for (let attempt = attempts.length - 1; attempt >= 0; attempt--) {
          const called = attempts[attempt]?.[cohort] ?? 0;
          const refused = called * (1 - share);
          succeeded += called - refused;
          const [retries, pause] = [attempts[attempt + 1], PAUSE_SECONDS[attempt]];
          if (retries === undefined || pause === undefined) this.clients.fail(cohort, refused, UNAVAILABLE_STATUS);
          else {
            retries[cohort] = refused;
            waiting += refused * pause;
          }
        }
        cohorts[cohort] = succeeded;
      }
      if (first > 0) this.waits[method] = (this.waits[method] ?? 0) + waiting / first;
    });
  }

  /** The sum of an amount for each call. */
  private sum({ operation, attempts }: Calls, of: (method: number) => number): number {
    let sum = 0;
    operation.units.forEach((units, method) => {
      if (units === 0) return;
      let calls = 0;
      for (const amounts of attempts) calls += this.clients.sumOf(amounts, method);
      sum += calls * of(method);
    });
    return sum;
  }
}
