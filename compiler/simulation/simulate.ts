// Simulates a system second by second: requests as rates, and the limits of its parts as the models of AWS's behaviour.

import type { System } from '../cost/estimate';
import type { Step } from '../model/limiter';
import { Clients } from './clients';
import { costOf } from './cost';
import { Faults } from './faults';
import { FunctionStage } from './function-stage';
import { Functions } from './functions';
import { GatewayStage } from './gateway-stage';
import { Recording } from './recording';
import { ResponseStage } from './response-stage';
import type { Simulation } from './result';
import type { Scenario } from './scenario';
import { TableStage } from './table-stage';
import { SimulatedTable } from './tables';
import { operationsOf } from './work';

/** Simulates a scenario. The time of a simulation depends on the number of seconds, and not on the number of requests. */
export function simulate(system: System, scenario: Scenario): Simulation {
  const { environment } = system;
  const seconds = scenario.requests.length;
  const mix = [...scenario.mix].filter(([, share]) => share > 0);
  const methods = mix.map(([method]) => method);
  const recording = new Recording(scenario.requests);
  const faults = new Faults(scenario.faults);
  const shares = mix.map(([, share]) => share);
  const clients = new Clients(scenario, shares);
  const functions = new Functions(environment, recording, faults, scenario);
  const tables = new Map(
    Object.keys(environment.tables).map((name) => [
      name,
      new SimulatedTable(environment, name, recording, faults, scenario),
    ]),
  );
  const gatewayStage = new GatewayStage(environment, methods, clients, recording, scenario);
  const functionStage = new FunctionStage(methods, functions, clients);
  const tableStage = new TableStage(operationsOf(environment, methods), tables, clients, faults);
  const responseStage = new ResponseStage(methods, tableStage, functions, {
    recording,
    assumptions: scenario.assumptions,
  });
  const cohorts = clients.cohorts();
  for (let second = 0; second < seconds; second++) {
    const step: Step = { from: scenario.start + second, seconds: 1 };
    recording.second = second;
    faults.second = second;
    for (const table of tables.values()) table.begin(step.from);
    clients.begin(second, cohorts);
    gatewayStage.pass(step, cohorts);
    functionStage.pass(step, cohorts, (method) => tableStage.waiting(method));
    tableStage.pass(step, cohorts);
    clients.succeed(cohorts);
    responseStage.end();
  }
  return {
    seconds,
    columns: recording.columns,
    refusals: recording.refusals,
    alarms: [],
    outcome: { ...clients.outcome, latency: responseStage.latencies.percentiles },
    cost: costOf(system, recording, scenario),
    assumptions: [],
  };
}
