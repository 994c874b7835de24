// The parameters that a method's validator requires (Amazon API Gateway, "Request validation for REST APIs").

import type { Route } from '../routes';
import { type Check, refuseBy } from './check';

/** Creates the check of a route; undefined if the route requires no parameters. */
export function checkParameters({ requiredQueryParameters: required }: Route): Check | undefined {
  if (required.length === 0) return undefined;
  return ({ query }, caller) => {
    const missing = required.filter((name) => !query.has(name));
    if (missing.length === 0) return { caller };
    const message = `Missing required request parameters: [${missing.join(', ')}]`;
    return refuseBy('BAD_REQUEST_PARAMETERS', `the required query parameters ${required.join(', ')}`, message);
  };
}
