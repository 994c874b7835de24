// Filters and pages the list of requests.

import type { RequestPage, RequestRow } from './api';
import type { Ring } from './ring';

/** A part of the list. */
export interface RequestQuery {
  readonly offset: number;
  readonly limit: number;
  /** Only requests with lower numbers; absent: all. */
  readonly until?: number | undefined;
  readonly filter: RequestFilter;
}

/** The conditions on a request, all of which must hold; absent: none. */
export interface RequestFilter {
  /** A text in the method, the target, the route, the id or the reason of a refusal, in any case. */
  readonly text?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

/** The classes of responses. */
export const OUTCOMES = ['ok', 'refused', 'rejected', 'failed'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The class of a response: 2xx and 3xx, refused by a limit or a check, other 4xx, 5xx. */
function outcomeOf({ status, refusedBy }: Pick<RequestRow, 'status' | 'refusedBy'>): Outcome {
  if (refusedBy !== null && status >= 400) return 'refused';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'rejected' : 'ok';
}

/** Returns a page of the requests that match, the newest first. */
export function listRequests(
  rows: Ring<RequestRow>,
  { offset, limit, until = rows.count, filter }: RequestQuery,
): RequestPage {
  const end = Math.min(until, rows.count);
  if (filter.text === undefined && filter.outcome === undefined) {
    const from = end - offset;
    const numbers = Array.from({ length: Math.max(0, Math.min(limit, from - rows.first)) }, (_, at) => from - 1 - at);
    return {
      total: Math.max(0, end - rows.first),
      offset,
      until: end,
      rows: numbers.flatMap((at) => rows.at(at) ?? []),
    };
  }
  const matches = matcherOf(filter);
  const found: RequestRow[] = [];
  let total = 0;
  for (let number = end - 1; number >= rows.first; number -= 1) {
    const row = rows.at(number);
    if (row === undefined || !matches(row)) continue;
    if (total >= offset && found.length < limit) found.push(row);
    total += 1;
  }
  return { total, offset, until: end, rows: found };
}

function matcherOf({ text = '', outcome }: RequestFilter): (row: RequestRow) => boolean {
  const wanted = text.toLowerCase();
  return (row) => {
    if (outcome !== undefined && outcomeOf(row) !== outcome) return false;
    const { method, target, route, id, refusedBy, status } = row;
    return `${method} ${target} ${route ?? ''} ${status} ${id} ${refusedBy ?? ''}`.toLowerCase().includes(wanted);
  };
}
