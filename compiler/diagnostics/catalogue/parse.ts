// ENV1xxx: the mistakes of reading YAML.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const PARSE = {
  'yaml-syntax': {
    code: 'ENV1001',
    severity: 'error',
    summary: 'The file is not YAML 1.2.',
    explanation:
      'Nothing of a file is read where its structure is in doubt. Of several errors in one line the first is shown: the others mostly follow from it. Usual causes: a tab in the indentation, a quotation mark or bracket that is not closed, text with a colon and a space in it that is not in quotation marks, a tag such as !Ref, which specs do not have.',
    message: (p: { problem: string }) => p.problem,
  },
  'not-a-map': {
    code: 'ENV1002',
    severity: 'error',
    summary: 'A spec is a map of fields.',
    explanation:
      'The file holds a list or a single value. A spec begins with a field, such as `extends: system.yaml`, in the first column.',
    message: (p: { found: string }) => `a spec is a map of fields, found ${p.found}`,
  },
  'key-not-text': {
    code: 'ENV1003',
    severity: 'error',
    summary: 'The keys of a spec are text.',
    explanation:
      'YAML allows numbers, maps and nothing at all as keys; JSON, editors and AWS do not. Put a number in quotation marks. An expression outside quotation marks is a map within a map to YAML: write `"{{ environment }}"`.',
    message: (p: { found: string }) => `a key must be text, found ${p.found}`,
  },
  'unresolved-alias': {
    code: 'ENV1004',
    severity: 'error',
    summary: 'An alias names no anchor before it, or stands within the value of its own anchor.',
    explanation:
      '`*name` repeats what `&name` marked earlier in the same file; a file that is extended has anchors of its own. Text that begins with * takes quotation marks.',
    message: (p: { alias: string }) => `the alias *${p.alias} names no complete anchor before it`,
  },
  'too-many-aliases': {
    code: 'ENV1005',
    severity: 'error',
    summary: 'The aliases of a file expand to more values than a spec can need.',
    explanation:
      'Aliases of aliases multiply: a file of ten lines can stand for a thousand million values, and exhaust the memory of whatever reads it. The limit is our own. Write the values out, or use fewer aliases.',
    message: (p: { limit: number }) => `the aliases of this file expand to more than ${p.limit} values`,
  },
  'wrong-encoding': {
    code: 'ENV1006',
    severity: 'error',
    summary: 'The file is not UTF-8 text.',
    explanation:
      'A spec is UTF-8, with or without a byte order mark. UTF-16 comes from some editors and from PowerShell before version 6, single bytes beyond ASCII from Latin-1 and Windows-1252, NUL bytes from files that are no text. Save the file as UTF-8.',
    message: (p: { found: string }) => `a spec is UTF-8 text, found ${p.found}`,
  },
  'too-large': {
    code: 'ENV1007',
    severity: 'error',
    summary: 'The file is larger than a spec can be.',
    explanation:
      'The limit is our own: it holds some thousand lines, of which the specs of this project need a hundred, and keeps every check within a second. Nothing of the file was read. Move what environments share to a spec that they extend.',
    message: (p: { limit: number }) => `the file is larger than ${p.limit.toLocaleString('en-US')} bytes`,
  },
  'too-deep': {
    code: 'ENV1008',
    severity: 'error',
    summary: 'Maps and lists nest deeper than the language does.',
    explanation:
      'The deepest field of the language is eight levels down. Text that nests by the thousand exhausts the stack of whatever reads it, and is refused before it is read. The limit is our own.',
    message: (p: { limit: number }) => `maps and lists nest more than ${p.limit} levels deep here`,
  },
  'several-documents': {
    code: 'ENV1009',
    severity: 'error',
    summary: 'A file holds more than one YAML document.',
    explanation:
      'A line `---` ends one document and begins another; a spec is one. Which of them would hold is in doubt, so neither does. Remove the line, or put the second spec in a file of its own.',
    message: (_nothing: object) => 'a second YAML document begins here; a file holds one spec',
  },
  'repeated-key': {
    code: 'ENV1010',
    severity: 'error',
    summary: 'A key stands twice in one map.',
    explanation:
      'Readers of YAML disagree on which of the two holds, and one of them would be ignored in silence. Mostly a block was copied and its name not changed, or a section was begun a second time further down: merge the two.',
    message: (p: { key: string }) => `the key ${JSON.stringify(p.key)} stands twice in this map`,
  },
  'merge-key': {
    code: 'ENV1011',
    severity: 'error',
    summary: 'The merge key << is no part of YAML 1.2.',
    explanation:
      'YAML 1.1 merged the map behind `<<` into the one around it; YAML 1.2 has no such key, and editors differ. Write the values out, repeat one with an alias, or put what specs share into a spec that they extend.',
    message: (_nothing: object) => 'the merge key << is no part of YAML 1.2',
  },
  'number-notation': {
    code: 'ENV1012',
    severity: 'error',
    summary: 'A number is written in a way that readers of YAML take for different values.',
    explanation:
      '012 is twelve in YAML 1.2, ten in YAML 1.1, and an account id to whoever typed it; 1e3, 0x1F, .inf and integers beyond 2^53 have similar fates. Write plain decimals, such as 12 or 0.5, and put what is text (an account id, a version) in quotation marks.',
    message: (p: { written: string; problem: string }) => `${p.written} ${p.problem}`,
  },
  'nothing-written': {
    code: 'ENV1013',
    severity: 'error',
    summary: 'A key with nothing behind it.',
    explanation:
      'YAML reads nothing as null, and null removes what the extended spec says of the field (RFC 7396): a value that was forgotten, or commented out, would silently take another with it. Write the value, remove the line, or write null where something is to be removed.',
    message: (p: { key: string }) => `the key ${JSON.stringify(p.key)} has nothing behind it`,
  },
} as const satisfies Record<string, CatalogueEntry>;
