// Checks that the example of a route has a value for each path parameter.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { pathParameters } from '../../../graph/route-path';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'example-parameters': {
    code: 'ENV3012',
    severity: 'error',
    summary: 'An example does not have exactly one value for each path parameter.',
    explanation: [
      'The local run prints the example as a curl command.',
      'Without a value, the command would call another route.',
      'A value for an unknown parameter would have no effect.',
    ],
    message: (p: { route: string; expected: readonly string[] }) =>
      p.expected.length > 0
        ? `the example of "${p.route}" must have exactly these path parameters: ${p.expected.join(', ')}`
        : `the path of "${p.route}" has no parameters; its example must have none`,
  },
});

/** ENV3012: an example with other parameters than its path. */
export const exampleRule: Rule = {
  diagnose,
  *check({ environment: { api }, at }) {
    for (const [route, { path, example }] of Object.entries(api?.routes ?? {})) {
      if (example === undefined) continue;
      const expected = pathParameters(path);
      const given = Object.keys(example.pathParameters);
      if (expected.length === given.length && expected.every((name) => given.includes(name))) continue;
      const place = at(['api', 'routes', route, 'example', 'pathParameters']);
      yield diagnose('example-parameters', place, { route, expected });
    }
  },
};
