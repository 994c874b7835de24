// API keys (Amazon API Gateway, "Usage plans and API keys for REST APIs").

import { valuesOf } from '../event-headers';
import type { Route } from '../routes';
import type { ApiKey } from '../usage-plans';
import { type Check, refuseBy } from './check';

/** The header that contains the key, in lower case (Amazon API Gateway, "Choose an API key source"). */
const HEADER = 'x-api-key';

/** Creates the check of a route; undefined if the route requires no key. */
export function checkApiKey(route: Route, keys: readonly ApiKey[]): Check | undefined {
  if (!route.apiKeyRequired) return undefined;
  const byValue = new Map(
    keys.filter(({ stages }) => stages.includes(route.stage)).map((key) => [key.value, key] as const),
  );
  return ({ headers, route: { method, resourcePath } }, caller) => {
    const [value] = valuesOf(headers, HEADER);
    const key = value === undefined ? undefined : byValue.get(value);
    if (key === undefined) {
      const problem = value === undefined ? 'no API key' : 'an unknown API key';
      return refuseBy(
        'INVALID_API_KEY',
        `authorization of ${method} ${resourcePath}: ${problem} in the header x-api-key`,
      );
    }
    return {
      caller: {
        ...caller,
        identity: { ...caller.identity, apiKey: key.value, apiKeyId: key.name },
        client: { plan: key.plan, key: key.name },
      },
    };
  };
}
