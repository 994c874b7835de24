// Renders a simulation as an HTML page: the answer first, then charts, and the same values as tables.

import { CHART_STYLE, renderChart } from '../../../backends/dashboard/chart';
import { numberText } from '../../../diagnostics/words';
import { escapeMarkup } from '../../../picture/escape';
import { renderPage } from '../../../picture/page';
import { plainTable, TABLE_STYLE, wideSection } from '../../../picture/page-table';
import { durationText } from '../../text/duration';
import { peaksOf } from '../../text/sparkline';
import { type ColumnGroup, groupsOf, highestOf } from './charts';
import { adviceLines, answerText, assumptionRows, effectText, unjudgedText } from './phrases';
import type { SimulateResult } from './run';
import { totalRows } from './totals';

/** The self-contained page of a simulation. */
export function renderSimulationPage(result: SimulateResult): string {
  const { path, conditions, simulation } = result;
  const groups = groupsOf(simulation.columns);
  const charts = groups.filter(isCharted).map((group) => chartSection(group, simulation.seconds));
  return renderPage({
    title: `${path}: simulation`,
    lead: conditions.join('; '),
    style: `${TABLE_STYLE}${CHART_STYLE}${STYLE}`,
    content: [
      answerSection(result),
      wideSection('Totals', plainTable(['Quantity', 'Value'], totalRows(result))),
      ...tableSection('Refusals', ['Limit', 'After', 'Refused', 'Effect', 'Set by'], refusalRows(result), [1, 2]),
      alarmSection(result),
      ...charts,
      ...tableSection(
        'Quantities',
        ['Quantity', 'Mean', 'Highest', 'Highest after'],
        groups.flatMap(quantityRows),
        [1, 2, 3],
      ),
      ...tableSection('Assumptions', ['Assumption', 'Value', 'Meaning', 'Reason'], assumptionRows(result)),
    ].join('\n'),
  });
}

const STYLE = `
.answer h2 { font-size: 16px } .answer ul { margin: 0; padding-left: 20px }
`;

function answerSection(result: SimulateResult): string {
  const lines = adviceLines(result);
  const list = lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`;
  return `<section class="wide answer"><h2>${escapeMarkup(answerText(result))}</h2>${list}</section>`;
}

function tableSection(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): readonly string[] {
  return rows.length === 0 ? [] : [wideSection(title, plainTable(head, rows, numbers))];
}

function refusalRows({ simulation }: SimulateResult): readonly (readonly string[])[] {
  return simulation.refusals.map((refusal) => [
    refusal.limit,
    durationText(refusal.first),
    numberText(Math.round(refusal.count)),
    effectText(refusal),
    refusal.field === undefined ? '' : `${refusal.field}, ${refusal.place}`,
  ]);
}

function alarmSection(result: SimulateResult): string {
  const { alarms } = result.simulation;
  const rows = alarms.map(({ alarm, second, state }) => [alarm, durationText(second), state]);
  const note = escapeMarkup(unjudgedText(result) ?? '');
  const table =
    rows.length === 0 ? '<p>No alarm changes its state.</p>' : plainTable(['Alarm', 'After', 'State'], rows, [1]);
  return wideSection('Alarms', `${table}<p>${note}</p>`);
}

/** A route that admits all its requests has no chart: its lines resemble those of the API. */
function isCharted({ title, hasRefusals }: ColumnGroup): boolean {
  return hasRefusals || !title.startsWith('api.routes.');
}

function chartSection(group: ColumnGroup, seconds: number): string {
  return `<section><h2>${escapeMarkup(group.title)}</h2>${chartOf(group, seconds)}</section>`;
}

/** The greatest number of points of a line, and the number of ticks of its axis. */
const MOST_POINTS = 120;
const TICKS = 4;

function chartOf({ title, unit, columns }: ColumnGroup, seconds: number): string {
  const count = Math.min(MOST_POINTS, seconds);
  const moments = Array.from({ length: count }, (_, at) => durationText(Math.floor((at * seconds) / count)));
  const ticks = Array.from({ length: TICKS }, (_, tick) => {
    const share = tick / (TICKS - 1);
    return { at: Math.min(count - 1, Math.round(share * count)), label: durationText(Math.round(share * seconds)) };
  });
  const series = columns.map(({ label, values }) => ({ label, values: peaksOf(values, count) }));
  return renderChart({ title, unit, areWhole: false, moments, ticks, series, limits: [] });
}

function quantityRows({ columns }: ColumnGroup): readonly (readonly string[])[] {
  return columns.map((column) => {
    const { part, what, unit, values } = column;
    const { value, second } = highestOf(column);
    const mean = values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
    return [`${part} ${what} (${unit})`, numberText(mean), numberText(value), durationText(second)];
  });
}
