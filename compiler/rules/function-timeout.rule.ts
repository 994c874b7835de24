// A function behind the API ends before API Gateway stops waiting for it.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** What a function needs to say that it ran out of time, in milliseconds. */
const MARGIN_MILLISECONDS = 1000;

/** ENV3001: timeout + 1 s ≤ integration timeout (which the schema holds to at most 29 s: Amazon API Gateway quotas for REST APIs). */
export const functionTimeoutRule: Rule = ({ environment: { api, functions }, at }) => {
  if (api === undefined) return [];
  const behindApi = new Set(Object.values(api.routes).map((route) => route.function));
  const { integrationTimeoutMilliseconds } = api;
  return Object.entries(functions).flatMap(([name, { timeoutSeconds }]) => {
    if (!behindApi.has(name) || timeoutSeconds * 1000 + MARGIN_MILLISECONDS <= integrationTimeoutMilliseconds)
      return [];
    const longest = Math.floor((integrationTimeoutMilliseconds - MARGIN_MILLISECONDS) / 1000);
    return [
      diagnose(
        'function-outlives-integration',
        at(['functions', name, 'timeoutSeconds']),
        { name, timeoutSeconds, integrationTimeoutMilliseconds },
        {
          help: longest >= 1 ? `timeoutSeconds: ${longest} at most` : 'raise api.integrationTimeoutMilliseconds',
          related: [{ message: 'how long API Gateway waits', span: at(['api', 'integrationTimeoutMilliseconds']) }],
        },
      ),
    ];
  });
};
