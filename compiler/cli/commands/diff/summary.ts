// The rows of the table that begins `diff --markdown`: the most severe class, and the effects on cost and on capacity.

import { MEANINGS } from '../../../diff/classes/change-class';
import { dollars, signedDollars } from '../../../estimates/cost/dollars';
import { LEVELS, type Total } from '../../../estimates/cost/estimate';
import { type Comparison, worstOf } from './comparison';
import { type EstimatedEffect, limitText } from './estimates';
import { type IncidentEffect, incidentRow, isJudged } from './incidents';

/** The head of the table. */
export const SUMMARY_HEAD = ['Effect', 'Before', 'After', 'Change'];

/** A row for each effect; none if nothing differs. A further effect of a change is another function here. */
export function summaryRows(comparison: Comparison): readonly (readonly string[])[] {
  const { estimates, incidents = [] } = comparison;
  return [
    ...classRows(comparison),
    ...(estimates === undefined ? [] : [...costRows(estimates), ...limitRows(estimates)]),
    ...incidentRows(incidents),
  ];
}

function incidentRows(effect: IncidentEffect): readonly (readonly string[])[] {
  if (!isJudged(effect)) return [['alarms in incidents', '', '', `depends on ${effect.dependsOn}`]];
  return effect.map(incidentRow).map(([name = '', ...cells]) => [`alarms in incident ${name}`, ...cells]);
}

function classRows(comparison: Comparison): readonly (readonly string[])[] {
  const worst = worstOf(comparison);
  return worst === undefined ? [] : [['most severe class', '', '', `**${worst}**: ${MEANINGS[worst]}`]];
}

/** All levels, if one of them differs: an unchanged level is information as well. */
function costRows({ cost, totals }: EstimatedEffect): readonly (readonly string[])[] {
  if (cost.length === 0) return [];
  return LEVELS.map((level) => {
    const difference = cost.find((one) => one.level === level);
    const change = difference === undefined ? 'none' : signedDollars(difference.after.usd - difference.before.usd);
    return [`cost of a month, ${level}`, totalText(totals.before[level]), totalText(totals.after[level]), change];
  });
}

function totalText({ usd, dependsOn }: Total): string {
  return [`${dollars(usd)} USD`, ...dependsOn.map((fact) => `a cost that depends on ${fact}`)].join(' + ');
}

function limitRows({ firstLimit }: EstimatedEffect): readonly (readonly string[])[] {
  if (firstLimit === undefined) return [];
  const { before, after } = firstLimit;
  const isAnother = before?.what !== after?.what;
  return [['gives way first', limitText(before), limitText(after), isAnother ? 'another limit' : 'another rate']];
}
