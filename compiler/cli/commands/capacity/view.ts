// Renders the capacity of a spec: a line for each mix, the limits of the first mix, and the values for a wanted rate.

import { numberText } from '../../../diagnostics/words';
import { rateText } from '../../../estimates/traffic/bottleneck';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { alignRight, renderColumns } from '../../text/columns';
import { DURATION_REMARK, renderMinimum } from './minimum-view';
import type { CapacityResult, MixCapacity, PlacedLimit, Proposal } from './run';

/** The capacity as tables, or as one JSON value. */
export const view: View<CapacityResult, TextOrJson> = {
  text: renderText,
  json: ({ path, minimum, ...result }) => ({
    ...{ schemaVersion: 1, spec: path, ...result },
    ...(minimum === undefined
      ? {}
      : { minimum: { ...minimum, changes: minimum.changes.map(({ path: _, ...change }) => change) } }),
  }),
};

function renderText({ path, mixes, wanted, minimum }: CapacityResult): string {
  const [first] = mixes;
  if (first === undefined) return `${path} has no routes`;
  if (minimum !== undefined) return renderMinimum(path, first.mix, minimum);
  return [
    `${path}: the largest steady rates of requests`,
    '',
    ...renderMixes(mixes),
    '',
    `limits for ${first.mix}, in the order in which they are reached`,
    ...renderColumns(alignRight([LIMIT_HEAD, ...first.limits.map(limitRow)], [0])),
    ...(wanted === undefined ? [] : ['', ...renderWanted(wanted)]),
    '',
    'A minimum is what autoscaling starts from: it adds capacity after some minutes. No response comes from a cache, and no request is repeated.',
    DURATION_REMARK,
  ].join('\n');
}

const LIMIT_HEAD = ['requests/s', 'limit', 'value', 'beyond it', 'set by'];

/** Renders the largest rate of each mix, and the first two limits. */
export function renderMixes(mixes: readonly MixCapacity[]): readonly string[] {
  const head = ['mix of requests', 'requests/s', 'gives way first', 'next'];
  return renderColumns(alignRight([head, ...mixes.map(rowOf)], [1]));
}

function rowOf({ mix, limits }: MixCapacity): string[] {
  const [first, second] = limits;
  return [mix, first === undefined ? '' : rateText(first.rate), first?.what ?? '', second?.what ?? ''];
}

function limitRow({ rate, what, value, unit, beyond, field, place, atOnce }: PlacedLimit): string[] {
  const amount = `${numberText(value)} ${unit}${atOnce === undefined ? '' : ` (minimum ${numberText(atOnce)})`}`;
  return [rateText(rate), what, amount, beyond, field === undefined ? 'AWS' : `${field}  ${place}`];
}

function renderWanted({ rate, proposals }: NonNullable<CapacityResult['wanted']>): string[] {
  if (proposals.length === 0) return [`${numberText(rate)} requests/s need no change.`];
  return [`for ${numberText(rate)} requests/s`, ...proposals.map(proposalText)];
}

function proposalText({ limit: { what, field, place, value: present, unit }, value }: Proposal): string {
  const change = `from ${numberText(present)} to ${numberText(value)} ${unit}`;
  return field === undefined
    ? `  ${what}: ${change}; no field sets it`
    : `  raise ${field} ${change}  (${what}, ${place})`;
}
