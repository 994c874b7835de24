// The course that the arguments of `simulate` state.

import { readFileSync } from 'node:fs';
import { SIMULATION_START } from '../../../estimates/simulation/scenario';
import { expectedWeights } from '../../../estimates/traffic/traffic';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { DEFAULT_ASSUMPTIONS } from '../../../model/assumptions';
import { checkName } from '../../errors/unknown-name';
import { UsageError } from '../../errors/usage-error';
import { absolutePath } from '../../specs/spec-reference';
import { mixTitle } from '../../text/mix';
import type { SimulateArguments } from './arguments';
import { assumptionsOf } from './assumptions';
import type { Course } from './course';
import { faultsOf } from './faults';
import { loadOf } from './load';

/** A course, and the load, the mix, the faults and the repeats for people. */
export interface Conditions {
  readonly course: Course;
  readonly conditions: readonly string[];
}

/** The course that the arguments state. Throws UsageError for parts that the spec does not have. */
export function conditionsOf(
  { mix, fault, clientAttempts, clientPause, assume, ...options }: SimulateArguments,
  environment: ExpandedEnvironment,
  root: string,
): Conditions {
  const routes = Object.keys(environment.api?.routes ?? {});
  if (routes.length === 0) throw new UsageError('the spec has no routes, so nothing sends requests to it');
  for (const route of Object.keys(mix ?? {})) checkName('route', route, routes);
  const weights = mix ?? expectedWeights(environment);
  const load = loadOf(options, environment, (file) => readFileSync(absolutePath(root, file), 'utf8'));
  const repeats = `clients send a failed request up to ${clientAttempts} times`;
  return {
    course: {
      ...{ start: SIMULATION_START, requests: load.requests, weights },
      faults: faultsOf(fault, environment, load.requests.length),
      clients: { attempts: clientAttempts, pauseSeconds: clientPause },
      assumptions: { ...DEFAULT_ASSUMPTIONS, ...assumptionsOf(assume) },
    },
    conditions: [
      load.text,
      mixTitle(weights, environment),
      ...fault.map(({ text }) => text),
      ...(clientAttempts === 1 ? [] : [repeats]),
    ],
  };
}
