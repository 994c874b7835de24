// The diagnostics of composing specs, and of the version of the language: ENV2xxx and ENV6xxx.

import { defineDiagnostics } from '../../diagnostics/definition';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'file-not-found': {
    code: 'ENV2001',
    severity: 'error',
    summary: 'A file does not exist.',
    explanation: [
      'A spec on the command line, or in `extends`, does not exist.',
      'The path in `extends` is relative to its file.',
      'Upper and lower case must match, even on a file system that ignores case.',
    ],
    message: (p: { path: string }) => `file ${p.path} does not exist`,
  },
  'extends-cycle': {
    code: 'ENV2002',
    severity: 'error',
    summary: 'A spec extends itself, directly or through others.',
    explanation: [
      'A spec overrides the spec that it extends; a cycle does not have a first spec.',
      'Remove one `extends` of the chain.',
    ],
    message: (p: { chain: readonly string[] }) => `specs extend each other in a cycle: ${p.chain.join(' -> ')}`,
  },
  'extends-outside': {
    code: 'ENV2003',
    severity: 'error',
    summary: 'A spec extends a file outside its own folder.',
    explanation: [
      'A spec extends files of its own folder and of folders below it only, and symbolic links do not change that.',
      'A review of the folder therefore covers everything that is deployed, and an untrusted spec cannot read other files.',
      'Copy or move the file into the folder.',
    ],
    message: (p: { path: string; folder: string }) => `${p.path} is outside ${p.folder}, the folder of the specs`,
  },
  'extends-not-text': {
    code: 'ENV2004',
    severity: 'error',
    summary: 'extends is not the path of one file.',
    explanation: ['A spec extends one other spec, which may extend a third.', 'Write `extends: system.yaml`.'],
    message: (p: { found: string }) => `extends must be the path of one spec, found ${p.found}`,
  },
  'unreadable-file': {
    code: 'ENV2005',
    severity: 'error',
    summary: 'A spec exists but cannot be read.',
    explanation: [
      'The path is a folder, a pipe or a device, or the user of the compiler has no permission to read the file.',
      'Use another file, or change its permissions.',
    ],
    message: {
      'a folder': (p: { path: string }) => `${p.path} is a folder`,
      'neither a file nor a folder': (p: { path: string }) => `${p.path} is neither a file nor a folder`,
      'forbidden to read': (p: { path: string }) => `${p.path} cannot be read: permission denied`,
    },
  },
  'null-without-effect': {
    code: 'ENV2006',
    severity: 'warning',
    summary: 'A null does not match an inherited name, although a similar name exists.',
    explanation: [
      '`null` removes the inherited value of a name.',
      'If no extended spec has the name, it has no effect (RFC 7396).',
      'Here the extended specs have a similar name, which is probably the intended one and is not removed.',
      'Correct the name, or remove the line.',
    ],
    message: (p: { field: string }) => `${p.field} is null, but the extended specs do not define this part`,
  },
  'unknown-language': {
    code: 'ENV6001',
    severity: 'error',
    summary: 'A spec has a language version that this program does not support.',
    explanation: [
      'A file may set its language version; without it, the version is 1.',
      'A file of a later version requires a later payment-spec.',
      'A file and the files that it extends have the same version.',
    ],
    message: (p: { found: string; known: number }) =>
      `the language version must be the number ${p.known}, found ${p.found}`,
  },
});
