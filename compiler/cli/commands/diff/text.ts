// Renders `diff`: values, then resources, then the classes of the change from the mildest to the most severe.

import { MEANINGS } from '../../../diff/classes/change-class';
import { type ResourceChange, refusedLosses } from '../../../diff/difference';
import type { PropertyChange } from '../../../diff/property-changes';
import { describeKind } from '../../../graph/kind';
import { formatPath } from '../../../source/spec-node';
import { byImpact, noteOn, renderProperty, renderValues, SIGNS } from '../../text/changes';
import { alignRight, renderColumns } from '../../text/columns';
import { section } from '../../text/section';
import { type Comparison, countImpacts, groupFindings, worstOf } from './comparison';
import { estimateLines } from './estimates';
import { fieldCostRows } from './field-cost-rows';
import { incidentRow, isJudged } from './incidents';

/** Renders the comparison for people. */
export function renderComparison(comparison: Comparison): string {
  const { before, after, values, resources } = comparison;
  const settings = settingsBeside(comparison);
  return [
    `${before} -> ${after}: ${summarize(comparison)}`,
    ...headlines(comparison),
    ...section('values', renderValues(values)),
    ...section('cost by field, in US dollars a month', renderColumns(alignRight(fieldCostRows(comparison), [1, 2, 3]))),
    ...section('alarms under incidents', renderColumns(incidentRows(comparison))),
    ...section('settings', settings.map(renderProperty)),
    ...section(
      'resources',
      byImpact(resources).flatMap((change) => renderResource(comparison, change)),
    ),
    ...section('classes', groupFindings(comparison).flatMap(renderFindings)),
  ].join('\n');
}

/** Counts the differences in one line: `3 values; 1 in place, 1 data loss`. */
export function summarize({ environment, values, resources, settings }: Comparison): string {
  if (environment === 'new') return `a new environment; resources: ${resources.length} creation`;
  if (values.length + resources.length + settings.length === 0) return 'no difference';
  const counts = Object.entries(countImpacts(byImpact(resources))).map(([impact, count]) => `${count} ${impact}`);
  const changed = `${values.length} ${values.length === 1 ? 'value' : 'values'}`;
  return `${environment === 'removed' ? 'the environment is removed' : changed}; ${counts.length === 0 ? 'no resource changes' : `resources: ${counts.join(', ')}`}`;
}

function incidentRows({ incidents }: Comparison): readonly (readonly string[])[] {
  if (incidents === undefined) return [];
  if (!isJudged(incidents)) return [[`depends on ${incidents.dependsOn}`]];
  return incidents.length === 0
    ? [['no difference']]
    : [['incident', 'before', 'after', 'alarms'], ...incidents.map(incidentRow)];
}

/** The changed settings that are not values of the spec. */
function settingsBeside({ settings, values }: Comparison): PropertyChange[] {
  const fields = new Set(values.map(({ path }) => formatPath(path)));
  return settings.filter(({ path }) => !fields.has(path) && !fields.has(path.slice(path.indexOf('.') + 1)));
}

/** The parts because of which a change is refused: they hold data, and allowReplacement does not name them. */
export function refusedParts({ allowReplacement }: Comparison, change: ResourceChange): string[] {
  return refusedLosses(change, allowReplacement).map(formatPath);
}

function renderResource(comparison: Comparison, change: ResourceChange): string[] {
  const { impact, kind, name, properties, origin } = change;
  const parts = refusedParts(comparison, change);
  const refused =
    parts.length > 0 ? [`    refused at deployment unless the spec has allowReplacement: [${parts.join(', ')}]`] : [];
  return [
    `${SIGNS[impact]} ${impact}: ${describeKind(kind)} ${name} (${origin.path}, ${origin.place})`,
    ...properties.map((property) => `    ${renderProperty(property)}${noteOn(property)}`),
    ...refused,
  ];
}

/** The most severe class, notes on the comparison, and the effect on cost and capacity. */
function headlines(comparison: Comparison): string[] {
  const { estimates } = comparison;
  const worst = worstOf(comparison);
  return [
    ...(worst === undefined ? [] : [`worst: ${worst}. ${MEANINGS[worst]}`]),
    ...notesOn(comparison),
    ...(estimates === undefined ? [] : estimateLines(estimates)),
  ];
}

/** The parts that are not compared, and the specs that a new environment may be renamed from. */
export function notesOn({ formerNames, after, leavesNamesOut }: Comparison): string[] {
  return [
    ...(leavesNamesOut ? ['Names, the Region and waivers are not compared; pass --names to compare them.'] : []),
    ...formerNames.map((former) => `help: if ${former} was renamed, run payment-spec diff ${former} ${after}`),
  ];
}

function renderFindings({ class: changeClass, path, place, reasons }: ReturnType<typeof groupFindings>[number]) {
  const [first = '', ...others] = reasons;
  const head = `${changeClass}: ${path} (${place})`;
  if (others.length === 0) return [`${head}: ${first}`];
  const more = reasons.length - MOST_REASONS;
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => `    ${reason}`);
  return [head, ...shown, ...(more > 0 ? [`    and ${more} more; --json lists all`] : [])];
}

/** Maximum number of reasons that are shown for one class and place. */
const MOST_REASONS = 5;
