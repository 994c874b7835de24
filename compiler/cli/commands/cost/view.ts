// Renders an estimate: as a table for people, as Markdown, as CSV, as JSON, and as a page.

import { type Estimate, LEVELS } from '../../../estimates/cost/estimate';
import type { Growth } from '../../../estimates/cost/growth';
import { RATES } from '../../../estimates/cost/prices/rates';
import { COST_ASSUMPTIONS } from '../../../estimates/traffic/assumptions';
import type { View } from '../../command/parts';
import { alignRight, renderColumns } from '../../text/columns';
import { renderCsv } from '../../text/csv';
import { markdownRow } from '../../text/markdown';
import type { CostFormat } from './arguments';
import { GROWTH_HEAD, growthNotes, growthRows, sensitivityText } from './outlook';
import { LEVEL_MEANINGS, renderCostPage } from './page';
import { adviceText, amountText, Footnotes, partsOf, totalText } from './rows';
import type { CostResult, PlacedAdvice } from './run';

/** The estimate in each format. */
export const view: View<CostResult, CostFormat> = {
  text: renderText,
  json: ({ path, estimate, ...rest }) => ({
    schemaVersion: 1,
    spec: path,
    currency: 'USD',
    ...estimate,
    ...rest,
    assumptions: COST_ASSUMPTIONS,
  }),
  markdown: renderMarkdown,
  csv: renderLines,
  html: renderCostPage,
};

function renderText(result: CostResult): string {
  const { path, estimate, advice, growth } = result;
  const notes = new Footnotes();
  const rows = partsOf(estimate).flatMap(({ part, place, rows }) => [
    [part, '', '', '', place],
    ...rows.map(({ what, usd }) => [`  ${what}`, ...LEVELS.map((level) => amountText(usd[level], notes)), '']),
  ]);
  const total = ['total', ...LEVELS.map((level) => totalText(estimate.totals[level], notes)), ''];
  const table = alignRight([['', ...LEVELS, ''], ...rows, total], [1, 2, 3]);
  return [
    `${path}: the cost of a month in ${estimate.region}, in US dollars`,
    '',
    ...renderColumns(table),
    '',
    ...notes.lines,
    ...adviceLines(advice),
    ...sensitivityLines(result),
    ...(growth === undefined
      ? []
      : growthLines(growth, renderColumns(alignRight([GROWTH_HEAD, ...growthRows(growth)], GROWTH_NUMBERS)))),
    ...closing(estimate),
  ].join('\n');
}

function renderMarkdown(result: CostResult): string {
  const { path, estimate, advice, growth } = result;
  const head = `**The cost of a month of \`${path}\`** in ${estimate.region}, in US dollars`;
  return [
    head,
    '',
    ...costTable(estimate),
    ...adviceLines(advice),
    ...sensitivityLines(result),
    ...(growth === undefined ? [] : growthLines(growth, markdownTable(GROWTH_HEAD, growthRows(growth)))),
    '',
    ...closing(estimate),
  ].join('\n');
}

/** The costs of the parts as a table in Markdown, and the facts that they lack. */
export function costTable(estimate: Estimate): readonly string[] {
  const notes = new Footnotes();
  const rows = partsOf(estimate).flatMap(({ part, place, rows }) =>
    rows.map(({ what, usd }) => [
      `\`${part}\``,
      what,
      ...LEVELS.map((level) => amountText(usd[level], notes)),
      `\`${place}\``,
    ]),
  );
  const total = ['**total**', '', ...LEVELS.map((level) => `**${totalText(estimate.totals[level], notes)}**`), ''];
  return [
    markdownRow(['Part', 'Use', ...LEVELS, 'Place']),
    '|---|---|---:|---:|---:|---|',
    ...[...rows, total].map(markdownRow),
    ...(notes.lines.length === 0 ? [] : ['', ...notes.lines.map((note) => `${note}  `)]),
  ];
}

const GROWTH_NUMBERS = [0, 1, 2, 3];

/** The influence of assumptions as a list; nothing if none has influence. */
function sensitivityLines({ sensitivities }: CostResult): readonly string[] {
  return sensitivities.length === 0
    ? []
    : ['', 'Sensitivity to assumptions:', '', ...sensitivities.map((one) => `- ${sensitivityText(one)}`)];
}

function growthLines(growth: Growth, table: readonly string[]): readonly string[] {
  const notes = growthNotes(growth).map((note) => `- ${note}`);
  return ['', `Growth of ${growth.percentPerMonth} % a month, in US dollars a month:`, '', ...table, '', ...notes];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [markdownRow(head), markdownRow(head.map(() => '---:')), ...rows.map(markdownRow)];
}

/** The advice as a list, which is also Markdown; nothing without advice. */
export function adviceLines(advice: readonly PlacedAdvice[]): readonly string[] {
  if (advice.length === 0) return [];
  return [
    '',
    'Advice at the expected traffic, in US dollars a month:',
    '',
    ...advice.map((one) => `- ${adviceText(one)}`),
  ];
}

/** Renders each line with its units. An unknown amount is an empty cell. */
function renderLines({ estimate }: CostResult): string {
  const head = ['part', 'place', 'resource', 'use', 'rate', 'region', 'unit'];
  const columns = LEVELS.flatMap((level) => [`${level}_units`, `${level}_usd`]);
  const rows = estimate.lines.map(({ part, place, resource, what, rate, region, unit, units, usd }) => [
    ...[part, place, resource, what, rate, region, unit],
    ...LEVELS.flatMap((level) =>
      [units[level], usd[level]].map((amount) => (typeof amount === 'number' ? amount : '')),
    ),
  ]);
  return renderCsv([[...head, ...columns], ...rows]);
}

/** The basis of an estimate: its levels, its assumptions, and its prices. */
export function closing({ rates }: Estimate): string[] {
  const dates = rates.map(({ date }) => date).sort();
  const unverified = new Set(rates.filter(({ basis }) => basis === 'memory').map(({ rate }) => RATES[rate].meaning));
  return [
    '',
    LEVELS.map((level) => `${level}: ${LEVEL_MEANINGS[level]}.`).join(' '),
    '',
    'Assumptions:',
    ...Object.values(COST_ASSUMPTIONS).map(({ value, meaning, basis }) => `- ${meaning}: ${value} (${basis})`),
    '',
    `Prices of ${dates[0]} to ${dates.at(-1)}, without taxes and discounts; payment-spec prices lists them with their sources.`,
    ...(unverified.size === 0 ? [] : [`Prices from memory, not verified: ${[...unverified].join(', ')}.`]),
  ];
}
