// The diagnostics of the files that a spec refers to: ENV3014.

import { defineDiagnostics } from '../diagnostics/definition';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'body-schema': {
    code: 'ENV3014',
    severity: 'error',
    summary: 'The JSON Schema of request bodies is missing, cannot be read, or is not a JSON object.',
    explanation: [
      'The handler and API Gateway validate bodies against one schema: the file in payment.bodySchema, relative to the spec that sets it.',
      'Without the file, API Gateway would have a validator that accepts every body.',
      'Set payment.bodySchema, or remove validateBody.',
    ],
    message: {
      missing: (p: { route: string }) => `route "${p.route}" validates bodies, but payment.bodySchema is missing`,
      'not an object': (p: { path: string }) => `${p.path} is not a JSON object; expected a JSON Schema`,
    },
  },
});
