// The result of a drill.

import type { DrillOutcome } from '../../../monitoring/alarms/drill';

/** The outcome of each alarm of a spec, by its name. */
export interface DrillResult {
  readonly path: string;
  readonly results: ReadonlyMap<string, DrillOutcome>;
}

/** Whether an alarm passes its drill: it fires when it must, stays quiet when it must, and ends when data ends. */
export function passes(drilled: DrillOutcome): boolean {
  return drilled.is === 'tried' && drilled.fires !== undefined && drilled.isQuiet && drilled.afterwards !== 'ALARM';
}
