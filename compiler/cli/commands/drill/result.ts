// The result of a drill.

import type { Judgement } from '../../../estimates/incidents/judge';
import type { DrillOutcome } from '../../../monitoring/alarms/drill';

/** The alarms of a spec, tried on sample values or judged by incidents. */
export type DrillResult = SampleResult | IncidentsResult;

/** The outcome of each alarm of a spec on its sample values, by its name. */
export interface SampleResult {
  readonly is: 'samples';
  readonly path: string;
  readonly results: ReadonlyMap<string, DrillOutcome>;
}

/** The alarms of a spec under the standard incidents. */
export interface IncidentsResult {
  readonly is: 'incidents';
  readonly path: string;
  readonly judgement: Judgement;
}

/** Whether an alarm passes its drill: it fires when it must, stays quiet when it must, and ends when data ends. */
export function passes(drilled: DrillOutcome): boolean {
  return drilled.is === 'tried' && drilled.fires !== undefined && drilled.isQuiet && drilled.afterwards !== 'ALARM';
}
