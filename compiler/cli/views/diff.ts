// Renders `diff`: values, then resources, then the classes of the change from the mildest to the gravest.

import type { Impact, ResourceChange, ResourcePropertyChange } from '../../backends/plan/difference';
import { IMPACTS } from '../../backends/plan/difference';
import type { PropertyChange } from '../../backends/plan/property-changes';
import { describeValue } from '../../backends/plan/value-text';
import { MEANINGS } from '../../changes/change-class';
import { formatPlace } from '../../diagnostics/diagnostic';
import { isReplacementAllowed } from '../../graph/data-parts';
import { describeKind } from '../../graph/kinds';
import { formatPath } from '../../source/spec-node';
import type { ValueChange } from '../../values/difference';
import type { SpecValue } from '../../values/values';
import { renderColumns } from './columns';
import { type Comparison, groupFindings, worstOf } from './comparison';

/** The sign of each impact. */
export const SIGNS: Readonly<Record<Impact, string>> = {
  none: ' ',
  creation: '+',
  'in place': '~',
  redeploy: '~',
  deletion: '-',
  replacement: '±',
  'index rebuild': '±',
  'data loss': '!',
};

/** Renders the comparison for people. */
export function renderComparison(comparison: Comparison): string {
  const { before, after, values, resources } = comparison;
  const settings = settingsBeside(comparison);
  return [
    `${before} -> ${after}: ${summarize(comparison)}`,
    ...headlines(comparison),
    ...section('values', renderValues(values)),
    ...section('settings', settings.map(renderProperty)),
    ...section(
      'resources',
      byImpact(resources).flatMap((change) => renderResource(comparison, change)),
    ),
    ...section('classes', groupFindings(comparison).flatMap(renderFindings)),
  ].join('\n');
}

/** The JSON value of `diff --json`. */
export function comparisonJson(comparison: Comparison): object {
  const { before, after, environment, formerNames, leavesNamesOut, values, settings, resources, findings } = comparison;
  const side = (value: SpecValue | undefined) =>
    value && { value: value.value, origin: value.origin === undefined ? 'default' : formatPlace(value.origin) };
  return {
    schemaVersion: 1,
    before,
    after,
    environment,
    ...(formerNames.length > 0 && { formerNames }),
    leavesNamesOut,
    worst: worstOf(comparison) ?? null,
    classes: findings,
    impacts: countImpacts(resources),
    values: values.map((change) => ({
      path: formatPath(change.path),
      ...(change.before && { before: side(change.before) }),
      ...(change.after && { after: side(change.after) }),
    })),
    settings,
    resources,
  };
}

/** Counts the differences in one line: `3 values; 1 in place, 1 data loss`. */
export function summarize({ environment, values, resources, settings }: Comparison): string {
  if (environment === 'new') return `a new environment; resources: ${resources.length} creation`;
  if (values.length + resources.length + settings.length === 0) return 'no difference';
  const counts = Object.entries(countImpacts(byImpact(resources))).map(([impact, count]) => `${count} ${impact}`);
  const changed = `${values.length} ${values.length === 1 ? 'value' : 'values'}`;
  return `${environment === 'removed' ? 'the environment is removed' : changed}; ${counts.length === 0 ? 'no resource changes' : `resources: ${counts.join(', ')}`}`;
}

/** The settings that are not values of the spec themselves. */
export function settingsBeside({ settings, values }: Comparison): PropertyChange[] {
  const fields = new Set(values.map(({ path }) => formatPath(path)));
  return settings.filter(({ path }) => !fields.has(path) && !fields.has(path.slice(path.indexOf('.') + 1)));
}

/** The changes from the mildest impact to the gravest, without those that an update ignores. */
export function byImpact(resources: readonly ResourceChange[]): ResourceChange[] {
  const shown = resources.filter(({ impact }) => impact !== 'none');
  return shown.sort((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
}

/** Renders a property with its values before and after. */
export function renderProperty({ path, before, after }: PropertyChange): string {
  const [old, present] = [describe(before), describe(after)];
  // The reference is the same, but its resource is replaced.
  return old === present ? `${path}: ${present} of the replacement` : `${path}: ${old} -> ${present}`;
}

/** Notes that a change of a property replaces the resource, or is ignored. */
export function noteOn({ replaces, ignored }: ResourcePropertyChange): string {
  if (ignored) return ' (ignored: autoscaling sets it)';
  return replaces ? ' (requires replacement)' : '';
}

/** The parts because of which a change is refused: they hold data, and allowReplacement does not name them. */
export function refusedParts({ allowReplacement }: Comparison, { givesUp }: ResourceChange): string[] {
  return givesUp.filter((part) => !isReplacementAllowed(allowReplacement, part));
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

/** The gravest class, and notes on the comparison. */
export function headlines(comparison: Comparison): string[] {
  const { formerNames, after, leavesNamesOut } = comparison;
  const worst = worstOf(comparison);
  return [
    ...(worst === undefined ? [] : [`worst: ${worst}. ${MEANINGS[worst]}`]),
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

/** The changed values in columns: path, values before and after, place. */
export function renderValues(values: readonly ValueChange[]): string[] {
  return renderColumns(values.map(valueCells));
}

function valueCells({ path, before, after }: ValueChange): string[] {
  const value = after ?? before;
  const place = value?.origin === undefined ? 'default' : formatPlace(value.origin);
  return [formatPath(path), `${plain(before)} -> ${plain(after)}`, after === undefined ? `was ${place}` : place];
}

function plain(value: SpecValue | undefined): string {
  return value === undefined ? 'none' : JSON.stringify(value.value);
}

function describe(value: PropertyChange['before']): string {
  if (value === undefined) return 'none';
  const text = describeValue(value);
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

/** Maximum length of a shown value, in characters; JSON has the whole value. */
const WIDEST = 100;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function countImpacts(resources: readonly ResourceChange[]): { readonly [impact: string]: number } {
  const counts = IMPACTS.map((impact) => [impact, resources.filter((change) => change.impact === impact).length]);
  return Object.fromEntries(counts.filter(([, count]) => Number(count) > 0));
}
