// Renders the changes of values and resources.

import { IMPACTS, type Impact, type ResourceChange, type ResourcePropertyChange } from '../../diff/difference';
import type { PropertyChange } from '../../diff/property-changes';
import { describeValue } from '../../diff/value-text';
import type { ValueChange } from '../../language/values/difference';
import type { SpecValue } from '../../language/values/values';
import { formatPlace } from '../../source/source';
import { formatPath } from '../../source/spec-node';
import { renderColumns } from './columns';

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

/** The changes from the mildest impact to the most severe, without those that an update ignores. */
export function byImpact(resources: readonly ResourceChange[]): ResourceChange[] {
  const shown = resources.filter(({ impact }) => impact !== 'none');
  return shown.sort((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
}

/** Renders a property with its values before and after. */
export function renderProperty({ path, before, after }: PropertyChange): string {
  const [old, present] = [describe(before), describe(after)];
  // The reference is equal, but its resource is replaced.
  return old === present ? `${path}: ${present} of the replacement` : `${path}: ${old} -> ${present}`;
}

/** Notes that a change of a property replaces the resource, or is ignored. */
export function noteOn({ replaces, ignored }: ResourcePropertyChange): string {
  if (ignored) return ' (ignored: autoscaling sets it)';
  return replaces ? ' (requires replacement)' : '';
}

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

/** Maximum length of a printed value, in characters. JSON output contains the whole value. */
const WIDEST = 100;
