// ENV31xx: the mistakes of the schema.

import { type CatalogueEntry, list } from './entry';

/** By slug; in the order of their codes. */
export const SCHEMA = {
  'unknown-field': {
    code: 'ENV3101',
    severity: 'error',
    summary: 'A field that the language does not have. Nothing in a spec is ignored.',
    explanation:
      'A misspelt field that is ignored would deploy its default without a word. Names are as in docs and editor completion, with their unit: `timeoutSeconds`, not `timeout`. A right name at the wrong depth is mostly a slip of the indentation.',
    message: (p: { field: string; allowed: readonly string[] }) =>
      p.allowed.length > 0
        ? `unknown field ${p.field}; allowed here: ${p.allowed.join(', ')}`
        : `unknown field ${p.field}; nothing is allowed here`,
  },
  'missing-field': {
    code: 'ENV3102',
    severity: 'error',
    summary: 'A required field is missing.',
    explanation:
      'The field has no default, because no value would be right for everybody: what a table is keyed by, what a function is made of. Write it here, or in the spec that this one extends.',
    message: (p: { field: string }) => `the field ${p.field} is missing`,
  },
  'wrong-type': {
    code: 'ENV3103',
    severity: 'error',
    summary: 'A value of another type than the field takes.',
    explanation:
      'Numbers and true or false stand without quotation marks and without units; the name of a field says its unit. Text that looks like a number takes quotation marks: 1.10 is 1.1 without them. YAML 1.2 reads yes, no, on and off as text. A key with nothing behind it is an error too, since it would mean nothing.',
    message: (p: { field: string; expected: string; found: string }) =>
      `${p.field} must be ${p.expected}, found ${p.found}`,
  },
  'not-in-list': {
    code: 'ENV3104',
    severity: 'error',
    summary: 'A value that is not among those allowed.',
    explanation:
      'The field takes the values listed and no others, in just this spelling: they are those that the AWS service takes, as the description of the field says.',
    message: (p: { field: string; found: string; allowed: readonly (string | number | boolean | null)[] }) =>
      `${p.field} is ${p.found}; allowed: ${list(p.allowed)}`,
  },
  'out-of-range': {
    code: 'ENV3105',
    severity: 'error',
    summary: 'A number or a length beyond its limits.',
    explanation:
      'The limits are those of the AWS service; the description of the field names them. A value a thousand times off is mostly in another unit: the name of the field says which one it takes.',
    message: (p: { field: string; found: string; limit: string }) => `${p.field} is ${p.found}; it must be ${p.limit}`,
  },
  'wrong-form': {
    code: 'ENV3106',
    severity: 'error',
    summary: 'A text that does not have the form of its field.',
    explanation:
      'AWS takes names and codes of a certain form only, mostly some characters up to a certain length, and would refuse others in the middle of a deployment. The message says the form.',
    message: (p: { field: string; found: string; form: string }) => `${p.field} is ${p.found}; it ${p.form}`,
  },
  'repeated-item': {
    code: 'ENV3107',
    severity: 'error',
    summary: 'An item stands twice in a list.',
    explanation:
      'The items of the list are a set: the second one changes nothing, and mostly stands where another was meant.',
    message: (p: { field: string; found: string }) => `${p.field} has ${p.found} twice`,
  },
} as const satisfies Record<string, CatalogueEntry>;
