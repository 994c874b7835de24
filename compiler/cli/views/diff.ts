// Prints `diff`: values first, then resources, then the classes of the change; the gravest last.

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

/** The comparison as people read it. */
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

/** The comparison as `diff --json` prints it. */
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

/** One line that counts: `3 values; 1 in place, 1 data loss`. */
export function summarize({ environment, values, resources, settings }: Comparison): string {
  if (environment === 'new') return `a new environment; resources: ${resources.length} creation`;
  if (values.length + resources.length + settings.length === 0) return 'no difference';
  const counts = Object.entries(countImpacts(byImpact(resources))).map(([impact, count]) => `${count} ${impact}`);
  const changed = `${values.length} ${values.length === 1 ? 'value' : 'values'}`;
  return `${environment === 'removed' ? 'the environment is removed' : changed}; ${counts.length === 0 ? 'no resource changes' : `resources: ${counts.join(', ')}`}`;
}

/** The settings that no value of the spec is itself. */
export function settingsBeside({ settings, values }: Comparison): PropertyChange[] {
  const fields = new Set(values.map(({ path }) => formatPath(path)));
  return settings.filter(({ path }) => !fields.has(path) && !fields.has(path.slice(path.indexOf('.') + 1)));
}

/** The changes from the mildest impact to the gravest; without those that an update leaves as they are. */
export function byImpact(resources: readonly ResourceChange[]): ResourceChange[] {
  const shown = resources.filter(({ impact }) => impact !== 'none');
  return shown.sort((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
}

/** A property, what it was and what it becomes. */
export function renderProperty({ path, before, after }: PropertyChange): string {
  const [old, present] = [describe(before), describe(after)];
  // The same reference, to a resource that is made anew.
  return old === present ? `${path}: ${present} of the new one` : `${path}: ${old} -> ${present}`;
}

/** What becomes of a property beside its value. */
export function noteOn({ replaces, ignored }: ResourcePropertyChange): string {
  if (ignored) return ' (left to autoscaling)';
  return replaces ? ' (replaces it)' : '';
}

/** The parts that stop a change, since the spec does not give up what they hold. */
export function refusedParts({ allowReplacement }: Comparison, { givesUp }: ResourceChange): string[] {
  return givesUp.filter((part) => !isReplacementAllowed(allowReplacement, part));
}

function renderResource(comparison: Comparison, change: ResourceChange): string[] {
  const { impact, kind, name, properties, origin } = change;
  const parts = refusedParts(comparison, change);
  const refused =
    parts.length > 0 ? [`    refused at deployment, unless the spec says allowReplacement: [${parts.join(', ')}]`] : [];
  return [
    `${SIGNS[impact]} ${impact}: ${describeKind(kind)} ${name} (${origin.path}, ${origin.place})`,
    ...properties.map((property) => `    ${renderProperty(property)}${noteOn(property)}`),
    ...refused,
  ];
}

/** The worst class, and what a reader has to know of the comparison itself. */
export function headlines(comparison: Comparison): string[] {
  const { formerNames, after, leavesNamesOut } = comparison;
  const worst = worstOf(comparison);
  return [
    ...(worst === undefined ? [] : [`worst: ${worst}. ${MEANINGS[worst]}`]),
    ...(leavesNamesOut ? ['Names, the Region and waivers are left out; --names compares them too.'] : []),
    ...formerNames.map(
      (former) => `help: if ${former} was renamed, compare with it: payment-spec diff ${former} ${after}`,
    ),
  ];
}

function renderFindings({ class: changeClass, path, place, reasons }: ReturnType<typeof groupFindings>[number]) {
  const [first = '', ...others] = reasons;
  const head = `${changeClass}: ${path} (${place})`;
  if (others.length === 0) return [`${head}: ${first}`];
  const more = reasons.length - MOST_REASONS;
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => `    ${reason}`);
  return [head, ...shown, ...(more > 0 ? [`    … and ${more} more, which --json lists`] : [])];
}

/** How many reasons of one class are shown at one place. */
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

/** How much of a value is shown, in characters; JSON has it whole. */
const WIDEST = 100;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function countImpacts(resources: readonly ResourceChange[]): { readonly [impact: string]: number } {
  const counts = IMPACTS.map((impact) => [impact, resources.filter((change) => change.impact === impact).length]);
  return Object.fromEntries(counts.filter(([, count]) => Number(count) > 0));
}
