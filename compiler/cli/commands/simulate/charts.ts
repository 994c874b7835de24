// Groups the columns of a simulation into charts, and selects those that explain its answer.

import type { Column } from '../../../estimates/simulation/result';
import { groupBy } from '../../../estimates/traffic/group';

/** Columns with the same part and unit: of a table, those of one direction. */
export interface ColumnGroup {
  readonly title: string;
  readonly unit: Column['unit'];
  readonly columns: readonly LabelledColumn[];
  /** Whether requests are refused or fail, or messages end in a queue without a reader. */
  readonly hasRefusals: boolean;
}

/** A column with its name in its group. */
interface LabelledColumn extends Column {
  readonly label: string;
}

const DIRECTION = / (read|write) units$/;

/** The groups of parts that the load uses, those with refusals first. */
export function groupsOf(columns: readonly Column[]): readonly ColumnGroup[] {
  const groups = groupBy(columns, ({ part, what, unit }) => {
    const direction = DIRECTION.exec(what)?.[1];
    return direction === undefined ? `${part}, ${unit}` : `${part}, ${direction} units`;
  });
  return [...groups]
    .filter(([, own]) => own.some((column) => isUsed(column) && !column.what.startsWith('provisioned')))
    .map(([title, own]): ColumnGroup => {
      const columns = own.map((column) => ({ ...column, label: column.what.replace(DIRECTION, '') }));
      const hasRefusals = columns.some((column) => REFUSALS.includes(column.label) && isUsed(column));
      return { title, unit: own[0]?.unit ?? 'units', columns, hasRefusals };
    })
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/** The columns of requests that a part refuses or fails, and of messages that end in a queue without a reader. */
const REFUSALS: readonly string[] = ['refused', 'throttled', 'errors', 'unread'];

/** The API, and then each part with refusals, come before the others. */
function weightOf({ title, hasRefusals }: ColumnGroup): number {
  return (title.startsWith('api, ') ? 2 : 0) + (hasRefusals ? 1 : 0);
}

/** The columns of a picture: the requests, executions, and what explains refusals; without refusals, the columns of all parts. */
export function picturedOf(columns: readonly Column[]): readonly Column[] {
  const groups = groupsOf(columns);
  const areRefusing = groups.some(({ hasRefusals }) => hasRefusals);
  return groups
    .filter(({ title, unit, hasRefusals }) => {
      const isGeneral = title.startsWith('api, ') || unit === 'executions';
      return isGeneral || hasRefusals === areRefusing;
    })
    .flatMap(({ columns: own, hasRefusals }) => own.filter((column) => isPictured(column, hasRefusals)))
    .filter(isUsed);
}

/** Whether a column shows something that others do not: the requests to a part resemble those of the API, and low latencies those of a calm run. */
function isPictured({ part, label }: LabelledColumn, hasRefusals: boolean): boolean {
  if (label === 'attempts') return part === 'api';
  if (label === 'admitted') return part === 'api' && hasRefusals;
  return label !== 'latency p50' && label !== 'latency p90';
}

/** The highest value of a column, and the first second with it. */
export function highestOf({ values }: Column): { readonly value: number; readonly second: number } {
  let second = 0;
  values.forEach((value, at) => {
    if (value > (values[second] ?? 0)) second = at;
  });
  return { value: values[second] ?? 0, second };
}

function isUsed({ values }: Column): boolean {
  return values.some((value) => value !== 0);
}
