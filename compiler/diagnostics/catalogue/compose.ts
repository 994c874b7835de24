// ENV2xxx: the mistakes of following `extends`.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const COMPOSE = {
  'file-not-found': {
    code: 'ENV2001',
    severity: 'error',
    summary: 'A spec extends a file that is not there.',
    message: (p: { path: string }) => `there is no file ${p.path}`,
  },
  'extends-cycle': {
    code: 'ENV2002',
    severity: 'error',
    summary: 'A spec extends itself, directly or through others.',
    message: (p: { chain: readonly string[] }) => `extends runs in a circle: ${p.chain.join(' -> ')}`,
  },
  'extends-outside': {
    code: 'ENV2003',
    severity: 'error',
    summary: 'A spec extends a file outside its own folder.',
    message: (p: { path: string; folder: string }) => `${p.path} is outside ${p.folder}, the folder of the specs`,
  },
  'extends-not-text': {
    code: 'ENV2004',
    severity: 'error',
    summary: 'extends is the path of one file.',
    message: (p: { found: string }) => `extends must be the path of one spec, found ${p.found}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
