// The shortest list of request ARNs that covers exactly the selected routes.

import type { Api, Route } from '../../../schema/environment.generated';
import type { Text } from '../../graph/value';
import { routeArn } from './invocation';

/**
 * The ARNs of the requests to the selected routes of an API.
 *
 * One ARN covers all routes, or all routes of a method, if all of them are selected. API Gateway limits a policy to 8,192
 * characters (Amazon API Gateway quotas for REST APIs), which about 100 separate routes would reach.
 */
export function requestArns(api: Api, selected: readonly Route[], all: readonly Route[]): Text[] {
  if (selected.length === 0) return [];
  if (selected.length === all.length) return [routeArn(api, { method: ANY, path: '/*' })];
  const covered = new Set(selected.map(({ method }) => method).filter((method) => isWhole(method, selected, all)));
  const methods = [...covered].map((method) => routeArn(api, { method, path: '/*' }));
  return [...methods, ...selected.filter(({ method }) => !covered.has(method)).map((route) => routeArn(api, route))];
}

const ANY = '*';

/** Whether a method has several routes, and all of them are selected. */
function isWhole(method: string, selected: readonly Route[], all: readonly Route[]): boolean {
  const count = (routes: readonly Route[]) => routes.filter((route) => route.method === method).length;
  return count(selected) > 1 && count(selected) === count(all);
}
