// Systems and scenarios for tests of the simulation.

import { stringify } from 'yaml';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import type { System } from '../../../../compiler/estimates/cost/estimate';
import type { BriefSimulation, Column, Simulation } from '../../../../compiler/estimates/simulation/result';
import type { Scenario } from '../../../../compiler/estimates/simulation/scenario';
import { simulate, simulateBriefly, simulateUnlessRefused } from '../../../../compiler/estimates/simulation/simulate';
import { mixOf } from '../../../../compiler/estimates/traffic/traffic';
import { expandEnvironment } from '../../../../compiler/language/expand/expand';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { compileProject } from '../../../spec';

const SPEC = 'spec/case.yaml';

/** 2026-11-24 00:00 UTC. */
export const START = Date.UTC(2026, 10, 24) / 1000;

/** A system of spec/ with other fields. */
export function systemOf(base: string, fields: object = {}): System {
  const text = stringify({ extends: base, ...fields });
  const { graph, resolved, diagnostics } = compileProject(SPEC, { [SPEC]: text });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return { graph, environment: resolved.expanded };
}

/** Provisioned units: fixed, or autoscaled. */
type Units = number | { readonly minimum: number; readonly maximum: number; readonly targetUtilizationPercent: number };

/** The limits that a test sets. The others are so high that no test reaches them. */
export interface Limits {
  readonly rate?: number;
  readonly burst?: number;
  readonly concurrency?: number;
  readonly read?: Units;
  readonly write?: Units;
  readonly durationMilliseconds?: number;
}

const BASE = {
  environment: 'Test',
  suffix: 'test',
  protect: false,
  tracing: false,
  logRetentionDays: 3,
  tables: {
    payments: {
      billingMode: 'PROVISIONED',
      capacity: { read: { units: 100 }, write: { units: 100 } },
      deletionProtection: false,
    },
  },
  functions: { 'payment-processor': { reservedConcurrency: 100 } },
  api: {
    authorization: 'AWS_IAM',
    throttle: { rateLimit: 100, burstLimit: 100 },
    executionLogging: 'OFF',
    accessLogging: false,
  },
};

/** The payment system with limits. It is compiled once, because only these fields differ. */
export function limitedSystem(limits: Limits = {}): System {
  limitedBase ??= systemOf('system.yaml', BASE);
  const { rate = 9000, burst = 5000, concurrency = 800, read = 20_000, write = 20_000 } = limits;
  const { graph, environment } = limitedBase;
  const { api, functions, tables } = environment;
  const { 'payment-processor': processor, ...others } = functions;
  const { payments } = tables;
  if (api === undefined || processor === undefined || payments === undefined) throw new Error('a part is missing');
  const unitsOf = (units: Units) =>
    typeof units === 'number' ? { units } : { autoscaling: { ...COOLDOWNS, ...units } };
  const changed = expandEnvironment({
    ...environment,
    api: { ...api, throttle: { rateLimit: rate, burstLimit: burst } },
    functions: {
      ...others,
      'payment-processor': {
        ...processor,
        reservedConcurrency: concurrency,
        expectedDurationMilliseconds: limits.durationMilliseconds ?? 50,
      },
    },
    tables: { ...tables, payments: { ...payments, capacity: { read: unitsOf(read), write: unitsOf(write) } } },
  });
  return { graph, environment: changed };
}

let limitedBase: System | undefined;

const COOLDOWNS = { scaleInCooldownSeconds: 60, scaleOutCooldownSeconds: 60 };

/** A constant rate. */
export function steadyRate(perSecond: number, seconds: number): readonly number[] {
  return Array.from({ length: seconds }, () => perSecond);
}

/** The parts of a scenario that a test sets. */
export interface ScenarioOf extends Partial<Omit<Scenario, 'mix'>> {
  readonly requests: readonly number[];
  readonly routes?: { readonly [route: string]: number };
}

/** A scenario of new payments without faults and repeats. */
function scenarioOf({ environment }: System, { routes, ...scenario }: ScenarioOf): Scenario {
  return {
    start: START,
    mix: mixOf(environment, routes ?? { 'post-payment': 1 }),
    faults: [],
    clients: { attempts: 1, pauseSeconds: 1 },
    assumptions: DEFAULT_ASSUMPTIONS,
    ...scenario,
  };
}

/** Simulates a system. */
export function run(system: System, scenario: ScenarioOf): Simulation {
  return simulate(system, scenarioOf(system, scenario));
}

/** Simulates how the requests of a system end. */
export function runBriefly(system: System, scenario: ScenarioOf): BriefSimulation {
  return simulateBriefly(system, scenarioOf(system, scenario));
}

/** Whether a limit refuses requests. */
export function reaches(limit: string, system: System, scenario: ScenarioOf): boolean {
  return simulateUnlessRefused(system, scenarioOf(system, scenario), limit) === undefined;
}

/** The values of a column. */
export function valuesOf({ columns }: Simulation, part: string, what: string): Column['values'] {
  const found = columns.find((column) => column.part === part && column.what === what);
  if (found === undefined) throw new Error(`no column ${part} ${what}`);
  return found.values;
}
