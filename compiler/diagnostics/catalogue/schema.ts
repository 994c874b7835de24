// ENV31xx: the mistakes of the schema.

import { type CatalogueEntry, list } from './entry';

/** By slug; in the order of their codes. */
export const SCHEMA = {
  'unknown-field': {
    code: 'ENV3101',
    severity: 'error',
    summary: 'A field that the language does not have. Nothing in a spec is ignored.',
    message: (p: { field: string; allowed: readonly string[] }) =>
      p.allowed.length > 0
        ? `unknown field ${p.field}; allowed here: ${p.allowed.join(', ')}`
        : `unknown field ${p.field}; nothing is allowed here`,
  },
  'missing-field': {
    code: 'ENV3102',
    severity: 'error',
    summary: 'A required field is missing.',
    message: (p: { field: string }) => `the field ${p.field} is missing`,
  },
  'wrong-type': {
    code: 'ENV3103',
    severity: 'error',
    summary: 'A value of another type than the field takes.',
    message: (p: { field: string; expected: string; found: string }) =>
      `${p.field} must be ${p.expected}, found ${p.found}`,
  },
  'not-in-list': {
    code: 'ENV3104',
    severity: 'error',
    summary: 'A value that is not among those allowed.',
    message: (p: { field: string; found: string; allowed: readonly (string | number | boolean | null)[] }) =>
      `${p.field} is ${p.found}; allowed: ${list(p.allowed)}`,
  },
  'out-of-range': {
    code: 'ENV3105',
    severity: 'error',
    summary: 'A number or a length beyond its limits.',
    message: (p: { field: string; found: string; limit: string }) => `${p.field} is ${p.found}; it must be ${p.limit}`,
  },
  'wrong-form': {
    code: 'ENV3106',
    severity: 'error',
    summary: 'A text that does not have the form of its field.',
    message: (p: { field: string; found: string; form: string }) => `${p.field} is ${p.found}; it must match ${p.form}`,
  },
  'repeated-item': {
    code: 'ENV3107',
    severity: 'error',
    summary: 'An item stands twice in a list.',
    message: (p: { field: string }) => `${p.field} has the same item twice`,
  },
} as const satisfies Record<string, CatalogueEntry>;
