// The identity of a resource in AWS, which does not depend on its logical name.

import type { Kind } from '../kind';
import { KINDS } from './kinds';

/** The properties of a resource, inputs or outputs, without expressions. */
export type PlainProperties = { readonly [property: string]: unknown };

/**
 * The properties that distinguish a resource from others of its kind, as one text.
 *
 * @param properties its inputs or outputs
 * @param unknown the names of properties that are not known yet
 * @returns undefined if an identifying property is unknown, or the identity is generated from the logical name
 */
export function identityOf(kind: Kind, properties: PlainProperties, unknown: ReadonlySet<string>): string | undefined {
  const identity = KINDS[kind].identity;
  if (identity.is === 'generated') return undefined;
  if (identity.is === 'one') return '';
  if (identity.by.some((property) => unknown.has(property))) return undefined;
  const { form = (value: unknown) => value } = identity;
  // Some providers store an unset property as '' or false, others omit it.
  return JSON.stringify(identity.by.map((property) => form(properties[property]) || ''));
}
