// Conditional requests (RFC 9110, section 13): the versions of a payment that a change applies to.

import { RequestError } from './errors';
import { type ApiEvent, headerValuesOf } from './event';

/** The maximum number of tags in a header: the operands that a condition allows (Amazon DynamoDB, "Comparison operator and function reference": IN). */
const MAXIMUM_TAGS = 100;

const TAG = /[ \t]*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(?:,|$)/y;

/** The entity tag of a version of a payment. */
export function tagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The versions that If-Match allows, in one or several headers; undefined if it allows any. An empty list allows no version: a weak tag
 * does not match any version (RFC 9110, section 13.1.1). Throws RequestError 400 for anything but `*` or a list of entity tags.
 */
export function readVersions(event: ApiEvent): readonly number[] | undefined {
  const values = headerValuesOf(event, 'If-Match');
  const value = values.join(', ').trim();
  if (values.length === 0 || value === '*') return undefined;
  const versions = new Set<number>();
  let tags = 0;
  TAG.lastIndex = 0;
  while (TAG.lastIndex < value.length) {
    const [found, weak, text = ''] = TAG.exec(value) ?? [];
    tags += 1;
    if (found === undefined || tags > MAXIMUM_TAGS) throw malformed();
    if (weak === undefined && /^[1-9]\d{0,8}$/.test(text)) versions.add(Number(text));
  }
  if (value === '' || value.endsWith(',')) throw malformed();
  return [...versions];
}

function malformed(): RequestError {
  const detail = `If-Match must be * or at most ${MAXIMUM_TAGS} ETags of the payment, such as "1"`;
  return new RequestError('malformed-request', detail, { faults: [{ header: 'If-Match', detail }] });
}
