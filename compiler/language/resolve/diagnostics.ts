// The diagnostics of resolving names and expressions: ENV4xxx.

import { defineDiagnostics } from '../../diagnostics/definition';
import { grouped } from '../../diagnostics/words';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'expression-syntax': {
    code: 'ENV4001',
    severity: 'error',
    summary: 'An expression that is not {{ a.path.of.names }}.',
    explanation: [
      'An expression is a path, such as `{{ tables.payments.arn }}`; helpers, conditions and arithmetic are not supported.',
      'A text cannot contain two opening braces in a row.',
    ],
    message: {
      'not a path': (_nothing: object) => 'an expression must be a path of names, such as {{ tables.payments.arn }}',
      'not closed': (_nothing: object) => 'an expression begins with {{ and ends with }}; one of them is missing',
    },
  },
  'unknown-reference': {
    code: 'ENV4002',
    severity: 'error',
    summary: 'An expression refers to a field that does not exist.',
    explanation: [
      'An expression is a field of the spec, an attribute of a part, or a declared process variable as `env.NAME`.',
      'An unknown reference would be empty text in a name or a policy.',
      'The message lists the names that are defined.',
    ],
    message: (p: { expression: string; known: readonly string[] }) =>
      p.known.length > 0
        ? `unknown reference {{ ${p.expression} }}; defined: ${p.known.join(', ')}`
        : `unknown reference {{ ${p.expression} }}`,
  },
  'reference-cycle': {
    code: 'ENV4003',
    severity: 'error',
    summary: 'Expressions refer to each other in a cycle.',
    explanation: [
      'Each value depends on the other, so none can be resolved.',
      'Replace one of the expressions with its value.',
    ],
    message: (p: { chain: readonly string[] }) => `expressions refer to each other in a cycle: ${p.chain.join(' -> ')}`,
  },
  'reference-not-text': {
    code: 'ENV4004',
    severity: 'error',
    summary: 'An expression refers to a map, a list or a whole part.',
    explanation: [
      'An expression is part of a text, and must resolve to text.',
      'Use one of the values: `{{ tables.payments.name }}` instead of `{{ tables.payments }}`.',
    ],
    message: (p: { expression: string; found: string }) =>
      `{{ ${p.expression} }} is ${p.found}; an expression must resolve to text`,
  },
  'too-early-reference': {
    code: 'ENV4005',
    severity: 'error',
    summary: 'A field that must be known before deployment refers to a value that is known only after it.',
    explanation: [
      'Names, tags and the account are set before deployment.',
      'ARNs, URLs and ids are known only after AWS has created the resource.',
      'Refer to a value of the spec, such as `{{ environment }}` or `{{ suffix }}`.',
    ],
    message: (p: { expression: string }) =>
      `{{ ${p.expression} }} is known only after deployment; this field must be known before`,
  },
  'reference-chain': {
    code: 'ENV4006',
    severity: 'error',
    summary: 'A chain of expressions is too long.',
    explanation: [
      'The compiler follows each expression to the value that it refers to.',
      'The limit is our own and far above the needs of any spec; it prevents generated specs from exhausting the memory.',
      'Refer to the value itself.',
    ],
    message: (p: { limit: number }) => `more than ${p.limit} expressions refer to each other in a chain`,
  },
  'text-too-long': {
    code: 'ENV4007',
    severity: 'error',
    summary: 'The total length of all texts with expressions is too long.',
    explanation: [
      'A text that contains another text twice has twice its length, so a chain of such texts grows exponentially.',
      'The limit is our own, far above what AWS accepts: the environment variables of a function have at most 4 KB.',
      'Write the text once.',
    ],
    message: (p: { limit: number }) =>
      `the texts with expressions up to this point have more than ${grouped(p.limit)} characters in total`,
  },
  'public-secret': {
    code: 'ENV4008',
    severity: 'error',
    summary: 'A secret is used in a field that is visible to everyone with read access to AWS.',
    explanation: [
      'A process variable is a secret if its name ends in a word such as SECRET, TOKEN, PASSWORD or API_KEY, or if its value has the form of a key.',
      'AWS shows names, tags and settings of the account in its consoles, logs and bills.',
      'Use the secret in the environment of a function or in an output, where its value is never printed; or rename the variable if it is not a secret.',
    ],
    message: (p: { expression: string }) => `{{ ${p.expression} }} is a secret; this field is visible to others`,
  },
});
