// The diagnostics of the code of functions: ENV325x.

import { defineDiagnostics } from '../../diagnostics/definition';
import { type CodeError, describeCodeError } from './bundle-error';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'entry-not-found': {
    code: 'ENV3250',
    severity: 'error',
    summary: 'The entry file of a function does not exist.',
    explanation: [
      'A function is bundled from its entry file.',
      'The path is relative to the project, not to the spec.',
      'Upper and lower case must match, even on a file system that ignores case: the deployment may run on another system.',
      'The code of a spec at a git revision is read at that revision; for standard input, it is read from the working tree.',
      '`diff` and `check-promotion` compare settings and do not read code.',
    ],
    message: (p: { entry: string }) => `file ${p.entry} does not exist in the project`,
  },
  'entry-unusable': {
    code: 'ENV3251',
    severity: 'error',
    summary: 'The entry of a function is not a readable file of the project.',
    explanation: [
      'The entry is a folder, a device, a file without permission to read, or a symbolic link to a file outside the project.',
      'Code outside the project is not reviewed with the spec.',
      'Name a file, change its permissions, or copy the code into the project.',
    ],
    message: {
      'a folder': (p: { entry: string }) => `${p.entry} is a folder`,
      'neither a file nor a folder': (p: { entry: string }) => `${p.entry} is neither a file nor a folder`,
      'forbidden to read': (p: { entry: string }) => `${p.entry} cannot be read: permission denied`,
      outside: (p: { entry: string }) => `${p.entry} is a symbolic link to a file outside the project`,
    },
  },
  'handler-not-exported': {
    code: 'ENV3252',
    severity: 'error',
    summary: 'The entry file does not export the handler.',
    explanation: [
      'Lambda calls the export that `handler` names; without it, each invocation fails with Runtime.HandlerNotFound (AWS Lambda Developer Guide, "Define Lambda function handler in Node.js").',
      'A type is not exported at run time.',
      '`validate` finds a name that the file does not contain; `plan`, `export`, `start` and a deployment also follow the imports of the file.',
      'The exports of a CommonJS module are known only when it runs: any name that the file contains is accepted.',
    ],
    message: (p: { entry: string; handler: string; exports: readonly string[] }) =>
      `${p.entry} does not export ${JSON.stringify(p.handler)}${p.exports.length > 0 ? `; it exports ${p.exports.join(', ')}` : ''}`,
  },
  'handler-not-a-function': {
    code: 'ENV3253',
    severity: 'error',
    summary: 'The export that Lambda calls is not a function.',
    explanation: [
      'Lambda calls the handler as a function.',
      'A text, a number, an object, a list or a class cannot be called in that way.',
      'Export a function, or name another export in `handler`.',
    ],
    message: (p: { entry: string; handler: string; found: string }) =>
      `${p.entry} exports ${JSON.stringify(p.handler)} as ${p.found}, which Lambda cannot call`,
  },
  'code-not-bundled': {
    code: 'ENV3254',
    severity: 'error',
    summary: 'The code of a function cannot be bundled.',
    explanation: [
      'The bundler (esbuild) found a mistake in the code: wrong syntax, an import of a missing file, or code that fails when it runs, such as an import of a name that the other file does not export.',
      'The message has its file, line and column.',
      'Such code would be deployed and fail each request.',
    ],
    message: (p: { error: CodeError }) => describeCodeError(p.error),
  },
});
