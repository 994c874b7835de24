// ENV4xxx: the mistakes of expressions and names.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const RESOLVE = {
  'expression-syntax': {
    code: 'ENV4001',
    severity: 'error',
    summary: 'An expression that is not {{ a.path.of.names }}.',
    message: (p: { problem: string }) => p.problem,
  },
  'unknown-reference': {
    code: 'ENV4002',
    severity: 'error',
    summary: 'An expression refers to nothing in the spec.',
    message: (p: { expression: string; known: readonly string[] }) =>
      p.known.length > 0
        ? `{{ ${p.expression} }} refers to nothing; known here: ${p.known.join(', ')}`
        : `{{ ${p.expression} }} refers to nothing`,
  },
  'reference-cycle': {
    code: 'ENV4003',
    severity: 'error',
    summary: 'Expressions refer to each other in a circle.',
    message: (p: { chain: readonly string[] }) => `expressions run in a circle: ${p.chain.join(' -> ')}`,
  },
  'reference-not-text': {
    code: 'ENV4004',
    severity: 'error',
    summary: 'An expression refers to a map or a list, or to a part as a whole, where text is needed.',
    message: (p: { expression: string; found: string }) => `{{ ${p.expression} }} is ${p.found}, which is no text`,
  },
  'too-early-reference': {
    code: 'ENV4005',
    severity: 'error',
    summary: 'A field that must be known before deployment refers to what is known only after it.',
    message: (p: { expression: string }) =>
      `{{ ${p.expression} }} is known only once deployed; this text is needed before`,
  },
} as const satisfies Record<string, CatalogueEntry>;
