// The diagnostics of reading YAML: ENV1xxx.

import type { YAMLError } from 'yaml';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { grouped } from '../../../diagnostics/words';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'yaml-syntax': {
    code: 'ENV1001',
    severity: 'error',
    summary: 'The file is not YAML 1.2.',
    explanation: [
      'A file with a syntax error is not read at all.',
      'If a line has several errors, the first one is shown, since the others usually follow from it.',
      'Usual causes: a tab in the indentation, a quotation mark or bracket that is not closed, text that contains a colon and a space and is not in quotation marks, or a tag such as !Ref, which specs do not support.',
    ],
    message: {
      version: (p: { version: string }) => `a spec must be YAML 1.2; this file declares YAML ${p.version}`,
      'not closed': (p: { open: 'brace {' | 'bracket [' }) => `the ${p.open} is not closed before this point`,
      'no space': (_nothing: object) => 'a space is missing after the colon',
      'too far': (p: { key: string }) =>
        `${p.key} is indented further than the previous line, which already has a value`,
      // The parser reports all other mistakes, in its own words.
      other: (p: { error: Pick<YAMLError, 'message'> }) => p.error.message,
    },
  },
  'not-a-map': {
    code: 'ENV1002',
    severity: 'error',
    summary: 'A spec is not a map of fields.',
    explanation: [
      'The file contains a list or a single value.',
      'A spec begins with a field, such as `extends: system.yaml`, in the first column.',
    ],
    message: (p: { found: string }) => `a spec must be a map of fields, found ${p.found}`,
  },
  'key-not-text': {
    code: 'ENV1003',
    severity: 'error',
    summary: 'A key is not text.',
    explanation: [
      'YAML allows numbers, maps and empty keys; JSON, editors and AWS do not.',
      'Put a number in quotation marks.',
      'Without quotation marks, YAML reads an expression as a map: write `"{{ environment }}"`.',
    ],
    message: (p: { found: string }) => `a key must be text, found ${p.found}`,
  },
  'unresolved-alias': {
    code: 'ENV1004',
    severity: 'error',
    summary: 'An alias that does not come after the value of its anchor.',
    explanation: [
      '`*name` repeats the value that `&name` marks earlier in the same file, and cannot be part of that value.',
      'A file cannot use the anchors of a file that it extends.',
      'Put text that begins with * in quotation marks.',
    ],
    message: (p: { alias: string }) => `alias *${p.alias} must come after a value with the anchor &${p.alias}`,
  },
  'too-many-aliases': {
    code: 'ENV1005',
    severity: 'error',
    summary: 'The aliases of a file expand to too many values.',
    explanation: [
      'Aliases of aliases multiply: ten lines can expand to a billion values and exhaust the memory.',
      'The limit is our own.',
      'Write the values out, or use fewer aliases.',
    ],
    message: (p: { limit: number }) => `the aliases of this file expand to more than ${p.limit} values`,
  },
  'wrong-encoding': {
    code: 'ENV1006',
    severity: 'error',
    summary: 'The file is not UTF-8 text.',
    explanation: [
      'A spec is UTF-8, with or without a byte order mark.',
      'UTF-16 comes from some editors and from PowerShell before version 6; single bytes beyond ASCII come from Latin-1 and Windows-1252; NUL bytes come from binary files.',
      'Save the file as UTF-8.',
    ],
    message: (p: { found: string }) => `a spec must be UTF-8 text, found ${p.found}`,
  },
  'too-large': {
    code: 'ENV1007',
    severity: 'error',
    summary: 'The file is too large.',
    explanation: [
      'The limit is our own: it is enough for 10,000 functions with their tables and routes.',
      'The file was not read.',
      'Move shared fields to a spec that the others extend.',
    ],
    message: (p: { limit: number }) => `the file is larger than ${grouped(p.limit)} bytes`,
  },
  'too-deep': {
    code: 'ENV1008',
    severity: 'error',
    summary: 'Maps and lists are nested too deeply.',
    explanation: [
      'The deepest field of the language is eight levels down.',
      'Thousands of nested levels exhaust the stack, so the text is rejected before it is parsed.',
      'The limit is our own.',
    ],
    message: (p: { limit: number }) => `maps and lists are nested more than ${p.limit} levels deep`,
  },
  'several-documents': {
    code: 'ENV1009',
    severity: 'error',
    summary: 'A file contains more than one YAML document.',
    explanation: [
      'The line `---` ends one document and begins another; a spec is one document.',
      'Remove the line, or move the second spec to its own file.',
    ],
    message: (_nothing: object) => 'a second YAML document begins here; a file contains one spec',
  },
  'repeated-key': {
    code: 'ENV1010',
    severity: 'error',
    summary: 'A map has a duplicate key.',
    explanation: [
      'YAML parsers disagree on which of the two values applies, and one of them would be silently ignored.',
      'Usually a block was copied and not renamed, or a section occurs twice: merge the two.',
    ],
    message: (p: { key: string }) => `duplicate key ${JSON.stringify(p.key)}`,
  },
  'merge-key': {
    code: 'ENV1011',
    severity: 'error',
    summary: 'The merge key << is not part of YAML 1.2.',
    explanation: [
      'In YAML 1.1, `<<` merges a map into the enclosing map; YAML 1.2 does not have this key.',
      'Write the values out, repeat a value with an alias, or move shared fields to a spec that the others extend.',
    ],
    message: (_nothing: object) => 'the merge key << is not part of YAML 1.2',
  },
  'number-notation': {
    code: 'ENV1012',
    severity: 'error',
    summary: 'A number in a notation that YAML parsers read differently.',
    explanation: [
      '012 is twelve in YAML 1.2, ten in YAML 1.1, and perhaps an account id to its author; 1e3, 0x1F, .inf and integers above 2^53 are ambiguous too.',
      'Write plain decimals, such as 12 or 0.5.',
      'Put text, such as an account id or a version, in quotation marks.',
    ],
    message: {
      'not finite': (p: { written: string }) => `${p.written} is not a finite number`,
      'too long': (p: { written: string }) =>
        `${p.written} has more digits than a number stores exactly (at most 9007199254740991)`,
      octal: (p: { written: string; value: number }) =>
        `${p.written} is ${p.value} in YAML 1.2, but octal or text in other parsers`,
      'text elsewhere': (p: { written: string; value: number }) =>
        `${p.written} is ${p.value} in YAML 1.2, but text in other parsers`,
    },
  },
  'missing-value': {
    code: 'ENV1013',
    severity: 'error',
    summary: 'A key without a value.',
    explanation: [
      'YAML reads a missing value as null, and null removes the inherited value of the field (RFC 7396).',
      'A forgotten value would silently remove another one.',
      'Write the value, remove the line, or write null if the inherited value is to be removed.',
    ],
    message: (p: { key: string }) => `key ${JSON.stringify(p.key)} has no value`,
  },
});
