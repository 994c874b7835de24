// Simulates a system second by second: requests as rates, and the limits of its parts as the models of AWS's behaviour. Equal seconds pass in one step.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { type Steady, type Step, steadySecondsOf } from '../../model/limiter';
import type { AlarmSet } from '../../monitoring/alarms/all-alarms';
import type { System } from '../cost/estimate';
import { longestEvaluation, SimulatedAlarms, shortestEvaluationInterval } from './alarms';
import { usedAssumptions } from './assumptions';
import type { Books } from './books';
import { CarryOver } from './carry-over';
import { Clients } from './clients';
import { costOf } from './cost';
import { EventStage } from './events/event-stage';
import { Ledger } from './events/ledger';
import { Queues } from './events/queues';
import { Faults } from './faults';
import { FunctionStage } from './function-stage';
import { Functions } from './functions';
import { GatewayStage } from './gateway-stage';
import { Handlers } from './handlers';
import { Metrics } from './metrics';
import { type Extent, Recording } from './recording';
import { ResponseStage } from './response-stage';
import type { BriefSimulation, Refusal, Simulation } from './result';
import type { Scenario } from './scenario';
import { TableStage } from './table-stage';
import { SimulatedTable } from './tables';
import { operationsOf } from './work';

/** Simulates a scenario. The time of a simulation depends on the number of seconds that differ, and not on the number of requests. */
export function simulate(system: System, scenario: Scenario): Simulation {
  const { environment } = system;
  const begun = begin(system, scenario, 'all');
  const { recording, stages } = begun;
  const alarms = passWithAlarms(begun, system, scenario);
  return {
    seconds: scenario.requests.length,
    columns: recording.columns,
    refusals: recording.refusals,
    alarms: alarms.events,
    unjudged: alarms.unjudged,
    outcome: { ...stages.outcome(), latency: stages.latency() },
    cost: costOf(system, recording, scenario),
    assumptions: usedAssumptions(environment, scenario.faults),
  };
}

/** Simulates a scenario for its alarms and the columns of the API only, which takes less memory. They equal those of a whole simulation. */
export function simulateAlarms(
  system: System,
  scenario: Scenario,
): Pick<Simulation, 'columns' | 'alarms' | 'unjudged'> {
  const begun = begin(system, scenario, 'alarms');
  const { events, unjudged } = passWithAlarms(begun, system, scenario);
  return { columns: begun.recording.columns, alarms: events, unjudged };
}

/** Simulates a scenario for its refusals and the outcome of its requests only, which takes less time. They equal those of a whole simulation. */
export function simulateBriefly(system: System, scenario: Scenario): BriefSimulation {
  const { passAll, briefly } = begin(system, scenario, 'refusals');
  passAll();
  return briefly();
}

/** Simulates a scenario briefly, and for what its stages consume. */
export function simulateConsumption(system: System, scenario: Scenario): BriefSimulation & Pick<Simulation, 'columns'> {
  const { recording, passAll, briefly } = begin(system, scenario, 'consumption');
  passAll();
  return { ...briefly(), columns: recording.columns };
}

/** Simulates a scenario briefly, but only up to the first request that a limit, or any limit, refuses; undefined if it refuses one. */
export function simulateUnlessRefused(
  system: System,
  scenario: Scenario,
  limit: Refusal['limit'] | 'any',
): BriefSimulation | undefined {
  const { recording, passFrom, briefly } = begin(system, scenario, 'refusals');
  for (let second = 0; second < scenario.requests.length; ) {
    second = passFrom(second);
    if (recording.hasRefused(limit)) return undefined;
  }
  return briefly();
}

/** Passes all seconds of a simulation, and evaluates the alarms. */
function passWithAlarms(
  { metrics, passFrom }: ReturnType<typeof begin>,
  { environment }: System,
  { start, requests, assumptions }: Scenario,
): SimulatedAlarms {
  const alarms = new SimulatedAlarms(environment.facts.alarms, metrics, assumptions);
  for (let second = 0; second < requests.length; ) {
    second = passFrom(second);
    alarms.evaluate(start + second, second);
  }
  return alarms;
}

const NO_ALARMS: AlarmSet = { alarms: {}, composites: {} };

/** A simulation before its first second. The seconds must pass in their order. */
function begin({ environment }: System, scenario: Scenario, extent: Extent) {
  const recording = new Recording(scenario.requests, extent);
  const hasAlarms = extent === 'all' || extent === 'alarms';
  const alarms = hasAlarms ? environment.facts.alarms : NO_ALARMS;
  const metrics = new Metrics(alarms, longestEvaluation(alarms, scenario.assumptions), recording);
  const faults = new Faults(scenario.faults, recording);
  const carryOver = new CarryOver();
  const stages = stagesOf(environment, scenario, { recording, metrics, faults, carryOver }, hasAlarms);
  // Steps are the same for each extent, so that rounding errors are, too.
  const interval = shortestEvaluationInterval(environment.facts.alarms);
  const { usualSeconds = 0, requests, start } = scenario;
  const secondsFrom = (second: number): number => {
    if (!carryOver.isRepeated) return 1;
    let seconds = Math.min(requests.length - second, interval - ((start + second) % interval));
    if (second < usualSeconds) seconds = Math.min(seconds, usualSeconds - second);
    seconds = Math.min(seconds, faults.steadySeconds(second));
    return Math.max(1, Math.floor(stages.steadySeconds(second, seconds)));
  };
  /** Passes one second, or several equal ones. Returns the second after them. */
  const passFrom = (second: number): number => {
    const step: Step = { from: start + second, seconds: secondsFrom(second) };
    recording.begin(second, step);
    carryOver.begin();
    if (second === scenario.usualSeconds) metrics.assumeHistory();
    stages.pass(step);
    recording.end();
    return second + step.seconds;
  };
  const passAll = () => {
    for (let second = 0; second < requests.length; ) second = passFrom(second);
  };
  const briefly = (): BriefSimulation => ({ refusals: recording.refusals, outcome: stages.outcome() });
  return { recording, metrics, stages, passFrom, passAll, briefly };
}

/** The stages that the attempts of a second pass, in the order of their path through the system. */
function stagesOf(environment: ExpandedEnvironment, scenario: Scenario, books: Books, hasAlarms: boolean) {
  const mix = [...scenario.mix].filter(([, share]) => share > 0);
  const methods = mix.map(([method]) => method);
  const shares = mix.map(([, share]) => share);
  const clients = new Clients(scenario, shares, books.recording);
  const functions = new Functions(environment, books, scenario);
  const tables = new Map(
    Object.keys(environment.tables).map((name) => [name, new SimulatedTable(environment, name, books, scenario)]),
  );
  const gatewayStage = new GatewayStage(environment, methods, clients, books.recording, scenario);
  const queues = new Queues(environment, books, scenario);
  const handlers = new Handlers(environment, methods, queues, books);
  const functionStage = new FunctionStage(methods, functions, clients, handlers, books.faults);
  const tableStage = new TableStage(operationsOf(environment, methods), tables, clients, books);
  const passed = { clients, functions, tables: tableStage };
  // Responses have no influence on refusals.
  const responses = hasAlarms ? new ResponseStage(methods, passed, books, scenario.assumptions) : undefined;
  const parts = { functions, tables, queues, ledger: new Ledger(), books };
  const events = new EventStage(environment, parts, scenario);
  const cohorts = clients.cohorts();
  const waiting = (method: number) => tableStage.waiting(method);
  const changes = (table: string) => tableStage.changes(table);
  const limits: readonly Steady[] = [gatewayStage, functions, ...tables.values(), events];
  return {
    pass(step: Step): void {
      for (const table of tables.values()) table.begin(step.from);
      clients.begin(cohorts);
      gatewayStage.pass(step, cohorts);
      functionStage.pass(step, cohorts, waiting);
      tableStage.pass(step, cohorts);
      clients.succeed(cohorts);
      responses?.end();
      if (hasAlarms) handlers.end(tableStage, clients);
      events.pass(step, changes);
    },
    /** The seconds from one on that pass as the one before, if that one left as much as its own predecessor; up to a greatest number. */
    steadySeconds(second: number, most: number): number {
      return steadySecondsOf(limits, scenario.start + second, Math.min(most, clients.steadySeconds(second)));
    },
    outcome: () => clients.outcome,
    latency: () => responses?.latencies.percentiles ?? { p50: 0, p90: 0, p99: 0 },
  };
}
