// The diagnostics of bundling the code of functions: ENV3253 and ENV3254.

import { defineDiagnostics } from '../diagnostics/definition';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
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
    message: (p: { problem: string }) => p.problem,
  },
});
