// Renders the drill of alarms as a table and as JSON.

import type { DrillOutcome } from '../../../monitoring/alarms/drill';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { renderColumns } from '../../text/columns';
import { durationText } from '../../text/duration';
import { incidentsJson, renderIncidents } from './incidents-view';
import { type DrillResult, passes, type SampleResult } from './result';

/** The results as a table, or as one JSON value. */
export const view: View<DrillResult, TextOrJson> = {
  text: (result) => (result.is === 'samples' ? renderDrill(result) : renderIncidents(result)),
  json: (result) => (result.is === 'samples' ? drillJson(result) : incidentsJson(result)),
};

/** Renders a line for each alarm, and a summary. */
function renderDrill({ path, results }: SampleResult): string {
  const rows = [...results].map(([name, drilled]) => [passes(drilled) ? ' ' : '!', name, ...cellsOf(drilled)]);
  const failed = [...results.values()].filter((drilled) => !passes(drilled)).length;
  const summary = failed === 0 ? 'all pass' : `${failed} ${failed === 1 ? 'fails' : 'fail'}`;
  return [
    ...renderColumns([[' ', 'alarm', 'must fire', 'must not', 'without data', 'when data ends'], ...rows]),
    '',
    `${path}: ${results.size} ${results.size === 1 ? 'alarm' : 'alarms'}; ${summary}`,
  ].join('\n');
}

/** The JSON value of the drill. */
function drillJson({ path, results }: SampleResult): object {
  return {
    schemaVersion: 1,
    spec: path,
    alarms: [...results].map(([name, drilled]) => ({ name, passes: passes(drilled), ...drilled })),
  };
}

function cellsOf(drilled: DrillOutcome): string[] {
  if (drilled.is === 'untried') return ['has no drill'];
  if (drilled.is === 'invalid') return [`cannot be tried: ${drilled.problem}`];
  const { fires, isQuiet, idle, afterwards } = drilled;
  return [firesText(fires), isQuiet ? 'quiet' : 'FIRED', idle, afterwards];
}

function firesText(fires: { readonly periods?: number; readonly seconds: number } | undefined): string {
  if (fires === undefined) return 'NEVER FIRED';
  const { periods, seconds } = fires;
  const time = durationText(seconds);
  if (periods === undefined) return `fired after ${time}`;
  return `fired after ${periods} ${periods === 1 ? 'period' : 'periods'} (${time})`;
}
