// The query of a list: filters, page size and cursor.

import { isStatus, STATUSES, type Status } from '../contract/states';
import { type Fault, refuse } from './errors';
import type { ApiEvent } from './event';

/** The filters and the page of a list. */
export interface ListQuery {
  readonly status: Status | undefined;
  /** The earliest time, inclusive. */
  readonly from: Date | undefined;
  /** The latest time, exclusive. */
  readonly to: Date | undefined;
  readonly limit: number;
  /** The end of the previous page. */
  readonly cursor: string | undefined;
}

/** The maximum number of payments in a response. */
const MAX_LIMIT = 100;

const NAMES = ['status', 'from', 'to', 'limit', 'cursor'] as const;
type Name = (typeof NAMES)[number];

const LIMIT = /^[1-9]\d{0,2}$/;
const EPOCH_SECONDS = /^\d{1,11}$/;
/** RFC 3339, section 5.6. A `+` that a client did not encode arrives as a space. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+ -]\d\d:\d\d)$/;

/** Reads the query. Throws RequestError 400 with all faults; an empty parameter counts as absent. */
export function readListQuery(event: ApiEvent, pageSize: number): ListQuery {
  const faults: Fault[] = [];
  const fault = (parameter: Name, detail: string): undefined => {
    faults.push({ parameter, detail: `Query parameter ${detail}: ${parameter}` });
  };
  const texts = new Map<Name, string>();
  for (const name of NAMES) {
    const [value, ...others] = valuesOf(event, name);
    if (others.length > 0) fault(name, 'must be given once');
    else if (value) texts.set(name, value);
  }
  const read = <T>(name: Name, parse: (text: string) => T | undefined, form: string): T | undefined => {
    const text = texts.get(name);
    return text === undefined ? undefined : (parse(text) ?? fault(name, `must be ${form}`));
  };

  const status = read('status', (text) => (isStatus(text) ? text : undefined), `one of ${STATUSES.join(', ')}`);
  const time = 'a time such as 2026-01-31T12:00:00Z, or epoch seconds';
  const from = read('from', readTime, time);
  const to = read('to', readTime, time);
  const limit = read('limit', readLimit, `a whole number from 1 to ${MAX_LIMIT}`) ?? pageSize;
  const [first, ...rest] = faults;
  if (first) throw refuse('invalid-query', [first, ...rest]);
  return { status, from, to, limit, cursor: texts.get('cursor') };
}

/** The query that a cursor is valid for; equal for all pages of one list. */
export function queryKey({ status, from, to }: Pick<ListQuery, 'status' | 'from' | 'to'>): string {
  return [status ?? '', from?.toISOString() ?? '', to?.toISOString() ?? ''].join('\n');
}

function valuesOf({ queryStringParameters, multiValueQueryStringParameters }: ApiEvent, name: Name): string[] {
  const many = multiValueQueryStringParameters?.[name];
  return many ? [...many] : [queryStringParameters?.[name] ?? []].flat();
}

function readLimit(text: string): number | undefined {
  return LIMIT.test(text) && Number(text) <= MAX_LIMIT ? Number(text) : undefined;
}

function readTime(text: string): Date | undefined {
  if (EPOCH_SECONDS.test(text)) return timeOf(Number(text) * 1000);
  const [, day] = DATE_TIME.exec(text) ?? [];
  // JavaScript parses 30 February as 2 March.
  if (day === undefined || timeOf(day)?.toISOString().slice(0, 10) !== day) return undefined;
  return timeOf(text.replace(' ', '+'));
}

function timeOf(value: string | number): Date | undefined {
  const time = new Date(value);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 ? undefined : time;
}
