// Production under faults that begin after a minute, for the tests of events that fail.

import type { Fault, FaultKind } from '../../../../../compiler/estimates/simulation/scenario';
import { run, START, steadyRate, systemOf } from '../system';

export const MINUTE = 60;
export const HOUR = 3600;
export const PRODUCTION = systemOf('production.yaml');

/** 10 payments a second, and faults that begin after a minute. */
export function fail(seconds: number, kinds: readonly FaultKind[], system = PRODUCTION, start = START) {
  const faults = kinds.map((kind): Fault => ({ ...kind, from: MINUTE, until: seconds }));
  return run(system, { requests: steadyRate(10, seconds), faults, start });
}

/** The first second in which an alarm fires; undefined if it does not. */
export function firedAt({ alarms }: ReturnType<typeof run>, name: string): number | undefined {
  return alarms.find(({ alarm, state }) => alarm === name && state === 'ALARM')?.second;
}

/** A function fails a share of its invocations. */
export const failing = (name: string, share = 1): FaultKind => ({ is: 'failing function', function: name, share });
