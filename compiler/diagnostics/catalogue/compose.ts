// ENV2xxx: the mistakes of finding files, and of following `extends`.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const COMPOSE = {
  'file-not-found': {
    code: 'ENV2001',
    severity: 'error',
    summary: 'There is no such file.',
    explanation:
      'A spec that was named, or one that `extends` names, is not there. The path after `extends` is relative to the file that it stands in. Upper and lower case count, even where the file system of a laptop ignores them.',
    message: (p: { path: string }) => `there is no file ${p.path}`,
  },
  'extends-cycle': {
    code: 'ENV2002',
    severity: 'error',
    summary: 'A spec extends itself, directly or through others.',
    explanation:
      'A spec is laid over the one that it extends; in a circle there is no lowest one to begin with. Remove one `extends` of the chain.',
    message: (p: { chain: readonly string[] }) => `extends runs in a circle: ${p.chain.join(' -> ')}`,
  },
  'extends-outside': {
    code: 'ENV2003',
    severity: 'error',
    summary: 'A spec extends a file outside its own folder.',
    explanation:
      'A spec reads files of its own folder and of folders below it only, also where a symbolic link leads elsewhere: what is deployed is then what was reviewed with it, and a spec from a stranger reads nothing else of the machine. Copy or move the file into the folder.',
    message: (p: { path: string; folder: string }) => `${p.path} leads outside ${p.folder}, the folder of the specs`,
  },
  'extends-not-text': {
    code: 'ENV2004',
    severity: 'error',
    summary: 'extends is the path of one file.',
    explanation:
      'A spec extends one other, which may extend a third: the order in which they are merged then needs no rule. Write `extends: system.yaml`.',
    message: (p: { found: string }) => `extends must be the path of one spec, found ${p.found}`,
  },
  'unreadable-file': {
    code: 'ENV2005',
    severity: 'error',
    summary: 'A spec is there, but cannot be read.',
    explanation:
      'The path names a folder, a pipe or a device, or the file may not be read by whoever runs the compiler. Name a file of the folder, or change its permissions.',
    message: (p: { path: string; problem: string }) => `${p.path} is ${p.problem}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
