// Serves tokens and keys of the run's user pools.

import { type GatewayRequest, type GatewayResponse, refuse } from '../gateway/gateway-message';
import type { Route } from '../gateway/routes';
import type { LocalResources } from '../local-values';
import type { TokenIssuer } from './token-issuer';
import { claimsOf, deriveUserPools, TOKEN_USES, type TokenUse, type UserPool } from './user-pools';

/** The path that returns a token as text. */
export const TOKEN_PATH = '/cognito/token';

const KEYS_PATH = /^\/cognito\/([^/]+)\/\.well-known\/jwks\.json$/;

/** The lifetime of Cognito's tokens by default, in seconds. */
const DEFAULT_LIFETIME_SECONDS = 3_600;

/** The user of a token that does not name one. */
const DEFAULT_USER = 'local-user';

/** The served system. */
interface Served {
  readonly resources: LocalResources;
  readonly routes: readonly Route[];
}

/** Answers a request for a token or for keys; undefined for all other requests, and for an API without user pools. */
export function serveTokens(
  { method, target }: Pick<GatewayRequest, 'method' | 'target'>,
  { resources, routes }: Served,
  tokens: TokenIssuer,
): GatewayResponse | undefined {
  if (method !== 'GET' || !target.startsWith('/cognito/')) return undefined;
  const pools = [...deriveUserPools(resources).values()].flat();
  const [path = '', search] = target.split('?');
  const keysOf = KEYS_PATH.exec(path)?.[1];
  if (pools.some(({ id }) => id === keysOf)) return respond('application/json', JSON.stringify(tokens.keys()));
  const [first] = pools;
  if (path !== TOKEN_PATH || first === undefined) return undefined;
  const query = new URLSearchParams(search);
  const wanted = query.get('pool') ?? first.id;
  const pool = pools.find(({ id }) => id === wanted);
  if (pool === undefined) return refuse(400, 'BadRequestException', `unknown user pool "${wanted}"`);
  const use = query.get('use');
  const known = TOKEN_USES.find((one) => one === use);
  if (use !== null && known === undefined) return refuse(400, 'BadRequestException', 'use must be id or access');
  const lifetime = Number(query.get('lifetime') ?? DEFAULT_LIFETIME_SECONDS);
  if (!Number.isFinite(lifetime)) return refuse(400, 'BadRequestException', 'lifetime must be a number of seconds');
  const token = issueToken(tokens, pool, routes, {
    ...(known !== undefined && { use: known }),
    ...(query.has('user') && { user: query.get('user') ?? '' }),
    ...(query.has('scope') && { scopes: (query.get('scope') ?? '').split(' ') }),
    lifetimeSeconds: lifetime,
  });
  return respond('text/plain', token);
}

interface Wishes {
  readonly use?: TokenUse;
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly lifetimeSeconds?: number;
}

/** Issues a token: by default, one that the routes of the pool accept. */
export function issueToken(tokens: TokenIssuer, pool: UserPool, routes: readonly Route[], wishes: Wishes = {}): string {
  const required = routes.flatMap(({ authorizationScopes }) => authorizationScopes);
  return tokens.issue(
    claimsOf({
      pool,
      use: required.length > 0 ? 'access' : 'id',
      user: DEFAULT_USER,
      scopes: [...new Set(required)],
      lifetimeSeconds: DEFAULT_LIFETIME_SECONDS,
      now: Math.floor(Date.now() / 1000),
      ...wishes,
    }),
  );
}

function respond(type: string, body: string): GatewayResponse {
  return {
    statusCode: 200,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', 'no-store'],
    ],
    body,
  };
}
