// Renders a simulation for a terminal: the answer, the remedies, totals, refusals, alarms, a picture, and assumptions.

import type { Style } from '../../../diagnostics/style';
import { numberText } from '../../../diagnostics/words';
import { formatValue } from '../../../picture/scale';
import { alignRight, renderColumns } from '../../text/columns';
import { durationText } from '../../text/duration';
import { sparkline } from '../../text/sparkline';
import { highestOf, picturedOf } from './charts';
import { adviceLines, answerText, assumptionRows, effectText, unjudgedText } from './phrases';
import type { SimulateResult } from './run';
import { totalRows } from './totals';

/** The simulation as text. */
export function renderText(result: SimulateResult, style: Style): string {
  const { path, conditions } = result;
  const isHolding = result.headroom !== undefined;
  return [
    `${path}: ${conditions.join('; ')}`,
    '',
    style.paint(isHolding ? 'help' : 'error', answerText(result)),
    ...adviceLines(result).map((line) => style.paint('help', `  ${line}`)),
    '',
    ...renderColumns(totalRows(result)),
    ...section('refusals, in the order of their begin', refusalLines(result)),
    ...section('alarms', alarmLines(result)),
    ...section('each second, the highest values of a step', pictureLines(result, style.width)),
    ...section('assumptions', assumptionLines(result)),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function refusalLines({ simulation: { refusals } }: SimulateResult): readonly string[] {
  if (refusals.length === 0) return [];
  const head = ['after', 'refused', 'limit', 'effect', 'set by'];
  const rows = refusals.map((refusal) => [
    durationText(refusal.first),
    numberText(Math.round(refusal.count)),
    refusal.limit,
    effectText(refusal),
    refusal.field === undefined ? '' : `${refusal.field}  ${refusal.place}`,
  ]);
  return renderColumns(alignRight([head, ...rows], [0, 1]));
}

function alarmLines(result: SimulateResult): readonly string[] {
  const { alarms } = result.simulation;
  const events = alarms.map(({ second, alarm, state }) => [durationText(second), alarm, state]);
  return [...renderColumns(alignRight(events, [0])), unjudgedText(result) ?? []].flat();
}

/** The greatest number of lines of the picture, and the least width of its lines of blocks. */
const MOST_LINES = 12;
const LEAST_WIDTH = 10;

function pictureLines({ simulation }: SimulateResult, width: number): readonly string[] {
  const pictured = picturedOf(simulation.columns).slice(0, MOST_LINES);
  const labels = pictured.map((column): [string, string] => [
    `${column.part} ${column.what}`,
    formatValue(highestOf(column).value),
  ]);
  const taken = Math.max(0, ...renderColumns(labels).map((line) => line.length));
  const blocks = Math.max(LEAST_WIDTH, width - taken - 2);
  const rows = labels.map((cells, at) => [...cells, sparkline(pictured[at]?.values ?? [], blocks)]);
  return renderColumns(alignRight(rows, [1]));
}

function assumptionLines(result: SimulateResult): readonly string[] {
  return assumptionRows(result).map(([name, value, meaning, basis]) => `- ${name} ${value}: ${meaning} (${basis})`);
}
