// Cognito authorizers: requests with a token of a user pool (Amazon API Gateway Developer Guide, "Control access to REST APIs using
// Amazon Cognito user pools as an authorizer").

import type { Claims, TokenIssuer } from '../../cognito/token-issuer';
import type { UserPool } from '../../cognito/user-pools';
import { valuesOf } from '../event-headers';
import type { Route } from '../routes';
import { type Check, refuseBy } from './check';

/** A token that the authorizer does not accept. */
interface Problem {
  readonly reason: string;
  readonly message?: string;
  /** Whether the token identifies the caller, who may not call the route. */
  readonly isDenial?: true;
}

/**
 * Creates the check of a route; undefined unless its authorization is COGNITO_USER_POOLS. As on AWS, the token may be for any
 * client of the pools. A route without scopes accepts ID tokens, and one with scopes accepts access tokens that have one of them.
 * @param now milliseconds since 1970 on the machine's clock, by which tokens expire
 */
export function checkCognito(
  route: Route,
  pools: ReadonlyMap<string, readonly UserPool[]>,
  tokens: TokenIssuer,
  now: () => number,
): Check | undefined {
  if (route.authorization !== 'COGNITO_USER_POOLS') return undefined;
  const issuers = (pools.get(route.authorizerId) ?? []).map(({ issuer }) => issuer);
  const by = `authorization of ${route.method} ${route.resourcePath}`;
  return ({ headers }, caller) => {
    const [header = ''] = valuesOf(headers, 'authorization');
    const claims = tokens.verify(header.replace(/^Bearer /i, ''));
    const problem =
      claims === undefined
        ? { reason: header === '' ? 'no token' : 'not a token of this run' }
        : problemOf(claims, issuers, route.authorizationScopes, now() / 1000);
    if (problem !== undefined) {
      const { reason, message, isDenial } = problem;
      return refuseBy(isDenial ? 'ACCESS_DENIED' : 'UNAUTHORIZED', `${by}: ${reason}`, message);
    }
    return { caller: { ...caller, authorizer: { claims: textsOf(claims ?? {}) } } };
  };
}

function problemOf(
  claims: Claims,
  issuers: readonly string[],
  scopes: readonly string[],
  now: number,
): Problem | undefined {
  const { iss, exp, token_use: use, scope } = claims;
  if (!issuers.includes(String(iss))) return { reason: 'a token of another user pool' };
  if (!(Number(exp) > now)) return { reason: 'an expired token', message: 'The incoming token has expired' };
  const wanted = scopes.length === 0 ? 'id' : 'access';
  if (use !== wanted) return { reason: `the ${String(use)} token; it requires the ${wanted} token` };
  const granted = String(scope ?? '').split(' ');
  if (scopes.length === 0 || scopes.some((one) => granted.includes(one))) return undefined;
  return { reason: `a token without the scope ${scopes.join(' or ')}`, isDenial: true };
}

/** Claims as API Gateway passes them on: all as text, lists with commas, and the two times as dates. */
function textsOf(claims: Claims): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      name === 'iat' || name === 'exp'
        ? formatDate(Number(value))
        : Array.isArray(value)
          ? value.join(',')
          : String(value),
    ]),
  );
}

/** A time such as `Mon Dec 21 14:32:11 UTC 2020`. */
function formatDate(seconds: number): string {
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(seconds * 1000).toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
}
