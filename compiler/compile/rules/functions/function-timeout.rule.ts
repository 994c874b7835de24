// Checks that a function behind the API ends before the integration timeout.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { functionsBehind } from '../../../language/expand/throughput';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'function-timeout': {
    code: 'ENV3001',
    severity: 'error',
    summary: 'A function may run longer than API Gateway waits for its response.',
    explanation: [
      'API Gateway waits at most 29 s by default (Amazon API Gateway quotas for REST APIs).',
      'If the function runs longer, the client receives 504, but the function continues: a payment may still be made.',
      'The function must end 1 s earlier, to respond before the timeout.',
      'Lower `timeoutSeconds`, or raise `api.integrationTimeoutMilliseconds`.',
    ],
    message: (p: { name: string; timeoutSeconds: number; integrationTimeoutMilliseconds: number }) =>
      `function "${p.name}" may run for ${p.timeoutSeconds} s; API Gateway waits ${p.integrationTimeoutMilliseconds} ms, and the function must end 1 s earlier`,
  },
});

/** The time that a function needs to report that it ran out of time, in milliseconds. */
const MARGIN_MILLISECONDS = 1000;

/** ENV3001: timeout + 1 s must not exceed the integration timeout (Amazon API Gateway quotas for REST APIs). */
export const functionTimeoutRule: Rule = {
  diagnose,
  *check({ environment: { api, functions }, at }) {
    if (api === undefined) return;
    const { integrationTimeoutMilliseconds } = api;
    const behind = functionsBehind(api);
    for (const [name, { timeoutSeconds }] of Object.entries(functions)) {
      const isShort = timeoutSeconds * 1000 + MARGIN_MILLISECONDS <= integrationTimeoutMilliseconds;
      if (isShort || !behind.has(name)) continue;
      const longest = Math.floor((integrationTimeoutMilliseconds - MARGIN_MILLISECONDS) / 1000);
      const help = longest >= 1 ? `lower timeoutSeconds to ${longest}` : 'raise api.integrationTimeoutMilliseconds';
      const span = at(['api', 'integrationTimeoutMilliseconds']);
      yield diagnose(
        'function-timeout',
        at(['functions', name, 'timeoutSeconds']),
        { name, timeoutSeconds, integrationTimeoutMilliseconds },
        { help, related: [{ message: 'the integration timeout', span }] },
      );
    }
  },
};
