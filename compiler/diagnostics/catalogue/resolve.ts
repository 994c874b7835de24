// ENV4xxx: the mistakes of expressions and names.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const RESOLVE = {
  'expression-syntax': {
    code: 'ENV4001',
    severity: 'error',
    summary: 'An expression that is not {{ a.path.of.names }}.',
    explanation:
      'Expressions are paths and nothing else: no helpers, conditions or arithmetic, so that what a spec refers to can be read off it. Write `{{ tables.payments.arn }}`; text that needs two braces in a row cannot be written.',
    message: (p: { problem: string }) => p.problem,
  },
  'unknown-reference': {
    code: 'ENV4002',
    severity: 'error',
    summary: 'An expression refers to nothing in the spec.',
    explanation:
      'An expression names a field of the spec, an attribute of a part, or a declared process variable as `env.NAME`. What is not there would be an empty text in a name or a policy. The message lists what may stand in its place.',
    message: (p: { expression: string; known: readonly string[] }) =>
      p.known.length > 0
        ? `{{ ${p.expression} }} refers to nothing; known here: ${p.known.join(', ')}`
        : `{{ ${p.expression} }} refers to nothing`,
  },
  'reference-cycle': {
    code: 'ENV4003',
    severity: 'error',
    summary: 'Expressions refer to each other in a circle.',
    explanation: 'Each value waits for the other, so none can be computed. Write one of them out.',
    message: (p: { chain: readonly string[] }) => `expressions run in a circle: ${p.chain.join(' -> ')}`,
  },
  'reference-not-text': {
    code: 'ENV4004',
    severity: 'error',
    summary: 'An expression refers to a map or a list, or to a part as a whole, where text is needed.',
    explanation:
      'An expression stands within text, and a map or a list has no text of its own. Name one of its values: `{{ tables.payments.name }}` instead of `{{ tables.payments }}`.',
    message: (p: { expression: string; found: string }) => `{{ ${p.expression} }} is ${p.found}, which is no text`,
  },
  'too-early-reference': {
    code: 'ENV4005',
    severity: 'error',
    summary: 'A field that must be known before deployment refers to what is known only after it.',
    explanation:
      'Names, tags and the account are decided before anything is deployed, while ARNs, URLs and ids are known only once AWS has made what they belong to. Refer to what the spec itself says, such as `{{ environment }}` or `{{ suffix }}`.',
    message: (p: { expression: string }) =>
      `{{ ${p.expression} }} is known only once deployed; this text is needed before`,
  },
  'reference-chain': {
    code: 'ENV4006',
    severity: 'error',
    summary: 'Expressions lead from one to the next too many times.',
    explanation:
      'The compiler follows each expression to what it refers to. The limit is its own, far above what a person writes: it keeps a spec that a program made from exhausting it. Refer to the value itself.',
    message: (p: { limit: number }) => `expressions lead from one to the next more than ${p.limit} times`,
  },
  'text-too-long': {
    code: 'ENV4007',
    severity: 'error',
    summary: 'The texts with expressions, all together, become too long.',
    explanation:
      'Texts that hold each other twice double with each step. The limit is of the compiler, far above what AWS takes: an environment variable of a function has 4 KB at most, with all others of that function. Say the text once.',
    message: (p: { limit: number }) =>
      `up to here, the texts with expressions have more than ${p.limit.toLocaleString('en-US')} characters together`,
  },
} as const satisfies Record<string, CatalogueEntry>;
