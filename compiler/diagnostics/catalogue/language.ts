// ENV6xxx: the mistakes of the language's version.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const LANGUAGE = {
  'unknown-language': {
    code: 'ENV6001',
    severity: 'error',
    summary: 'A spec is written in a version of the language that this program does not compile.',
    explanation:
      'Each file may say the version of the language that it is written in (`language: 1`, which is also meant where it says none). A file of an earlier version is carried over by `payment-spec migrate`; one of a later version needs a later payment-spec, since this one cannot know what its fields mean. A file and those that it extends are all in the same version.',
    message: (p: { found: string; known: number }) =>
      `the file is in version ${p.found} of the language; this program compiles version ${p.known}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
