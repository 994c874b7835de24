// The ARNs of requests that a policy names: as few as say exactly which routes are meant.

import type { Api, Route } from '../../schema/environment.generated';
import type { Text } from '../graph/value';
import { routeArn } from './invocation';

/**
 * The ARNs of the requests to some routes of an API.
 *
 * One ARN covers all routes, or all routes of a method, where every one of them is meant: API Gateway takes a policy of 8,192
 * characters (Amazon API Gateway quotas for REST APIs), which some 100 routes would fill one by one.
 */
export function requestArns(api: Api, meant: readonly Route[], all: readonly Route[]): Text[] {
  if (meant.length === 0) return [];
  if (meant.length === all.length) return [routeArn(api, { method: ANY, path: '/*' })];
  const covered = new Set(meant.map(({ method }) => method).filter((method) => isWhole(method, meant, all)));
  const methods = [...covered].map((method) => routeArn(api, { method, path: '/*' }));
  return [...methods, ...meant.filter(({ method }) => !covered.has(method)).map((route) => routeArn(api, route))];
}

const ANY = '*';

/** Whether several routes of a method are meant, and no other route has it. */
function isWhole(method: string, meant: readonly Route[], all: readonly Route[]): boolean {
  const count = (routes: readonly Route[]) => routes.filter((route) => route.method === method).length;
  return count(meant) > 1 && count(meant) === count(all);
}
