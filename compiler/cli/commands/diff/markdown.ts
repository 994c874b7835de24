// Renders `diff --markdown`, for a comment on a pull request.

import { describeKind } from '../../../graph/kind';
import type { SpecValue } from '../../../language/values/values';
import { formatPlace } from '../../../source/source';
import { formatPath } from '../../../source/spec-node';
import { byImpact, noteOn, renderProperty } from '../../text/changes';
import { markdownRow } from '../../text/markdown';
import { type Comparison, groupFindings } from './comparison';
import { fieldCostRows } from './field-cost-rows';
import { SUMMARY_HEAD, summaryRows } from './summary';
import { notesOn, refusedParts, summarize } from './text';

/** Renders the comparison in GitHub's Markdown. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const { before, after, values, resources } = comparison;
  const valueRows = values.map((change) => [
    code(formatPath(change.path)),
    show(change.before),
    show(change.after),
    place(change.after ?? change.before),
  ]);
  const resourceRows = byImpact(resources)
    .reverse()
    .map((change) => [
      `${change.impact === 'data loss' ? '**data loss**' : change.impact}${refusedParts(comparison, change).length > 0 ? ', refused' : ''}`,
      code(`${describeKind(change.kind)} ${change.name}`),
      change.properties.map((property) => `${code(renderProperty(property))}${noteOn(property)}`).join('<br>'),
      change.origin.place,
    ]);
  const classRows = groupFindings(comparison)
    .reverse()
    .map((finding) => [
      `**${finding.class}**`,
      code(finding.path),
      finding.reasons.map((reason) => code(reason)).join('<br>'),
      finding.place,
    ]);
  const [costHead = [], ...costRows] = fieldCostRows(comparison);
  return [
    `**${code(before)} → ${code(after)}**: ${summarize(comparison)}`,
    ...table(SUMMARY_HEAD, summaryRows(comparison)),
    ...notesOn(comparison).flatMap((line) => ['', line]),
    ...table(['Class', 'Part', 'Reasons', 'Place'], classRows),
    ...table(['Value', 'Before', 'After', 'Place'], valueRows),
    ...table(costHead, costRows),
    ...table(['Impact', 'Resource', 'Properties', 'Place'], resourceRows),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return ['', markdownRow(head), markdownRow(head.map(() => '---')), ...rows.map(markdownRow)];
}

function show(value: SpecValue | undefined): string {
  return value === undefined ? 'none' : code(JSON.stringify(value.value));
}

function place(value: SpecValue | undefined): string {
  return value?.origin === undefined ? 'default' : formatPlace(value.origin);
}

/** Renders text as code, escaped so that it cannot start a column or a tag. */
function code(text: string): string {
  const escaped = text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const fence = '`'.repeat(1 + Math.max(0, ...[...escaped.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length === 1 ? `\`${escaped}\`` : `${fence} ${escaped} ${fence}`;
}
