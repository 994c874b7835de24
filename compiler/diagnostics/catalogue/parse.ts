// ENV1xxx: the mistakes of reading YAML.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const PARSE = {
  'yaml-syntax': {
    code: 'ENV1001',
    severity: 'error',
    summary: 'The file is not YAML 1.2.',
    message: (p: { problem: string }) => p.problem,
  },
  'not-a-map': {
    code: 'ENV1002',
    severity: 'error',
    summary: 'A spec is a map of fields.',
    message: (p: { found: string }) => `a spec is a map of fields, found ${p.found}`,
  },
  'key-not-text': {
    code: 'ENV1003',
    severity: 'error',
    summary: 'The keys of a spec are text.',
    message: (p: { found: string }) => `a key must be text, found ${p.found}`,
  },
  'unresolved-alias': {
    code: 'ENV1004',
    severity: 'error',
    summary: 'An alias names no anchor before it, or stands within the value of its own anchor.',
    message: (p: { alias: string }) => `the alias *${p.alias} names no complete anchor before it`,
  },
  'too-many-aliases': {
    code: 'ENV1005',
    severity: 'error',
    summary: 'The aliases of a file expand to more values than a spec can need.',
    message: (p: { limit: number }) => `the aliases of this file expand to more than ${p.limit} values`,
  },
} as const satisfies Record<string, CatalogueEntry>;
