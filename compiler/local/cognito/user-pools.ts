// The user pools of Cognito authorizers, and the tokens of their users.

import { createHash, randomUUID } from 'node:crypto';
import type { LocalResources } from '../local-values';
import type { Claims } from './token-issuer';

/** A user pool. */
export interface UserPool {
  /** Such as `us-east-1_AbCdEfGhI`. */
  readonly id: string;
  /** The issuer in its tokens, as on AWS. */
  readonly issuer: string;
}

/** Derives the user pools of the authorizers, by the names of their nodes. */
export function deriveUserPools(resources: LocalResources): ReadonlyMap<string, readonly UserPool[]> {
  const authorizers = resources.of('aws:apigateway/authorizer:Authorizer');
  return new Map(
    authorizers.map(({ name, inputs }) => [
      name,
      (inputs.providerArns ?? []).flatMap((arn) => {
        const [, region, id] = /^arn:[^:]+:cognito-idp:([^:]+):\d+:userpool\/(.+)$/.exec(arn) ?? [];
        return id === undefined ? [] : [{ id, issuer: `https://cognito-idp.${region}.amazonaws.com/${id}` }];
      }),
    ]),
  );
}

/** The two tokens of Cognito that an API can require. */
export const TOKEN_USES = ['id', 'access'] as const;

/** The use of a token: identity, or access under scopes. */
export type TokenUse = (typeof TOKEN_USES)[number];

/** The content of a token. */
export interface TokenRequest {
  readonly pool: UserPool;
  readonly use: TokenUse;
  readonly user: string;
  /** The scopes of an access token. */
  readonly scopes: readonly string[];
  readonly lifetimeSeconds: number;
  /** In seconds since 1970. */
  readonly now: number;
}

/** The app client that the tokens are for. API Gateway accepts those of all clients of a pool. */
const CLIENT_ID = 'local-client';

/** The claims of a token, as Cognito makes them (Amazon Cognito Developer Guide, "Understanding user pool JSON web tokens"). */
export function claimsOf({ pool, use, user, scopes, lifetimeSeconds, now }: TokenRequest): Claims {
  const common = {
    sub: subjectOf(user),
    iss: pool.issuer,
    token_use: use,
    auth_time: now,
    iat: now,
    exp: now + lifetimeSeconds,
    jti: randomUUID(),
  };
  return use === 'access'
    ? { ...common, client_id: CLIENT_ID, username: user, scope: scopes.join(' ') }
    : { ...common, aud: CLIENT_ID, 'cognito:username': user };
}

/** The id of a user, the same in each run. */
function subjectOf(user: string): string {
  const digits = createHash('sha256').update(user).digest('hex');
  return [8, 4, 4, 4, 12]
    .map((length, at, all) => {
      const start = all.slice(0, at).reduce((sum, one) => sum + one, 0);
      return digits.slice(start, start + length);
    })
    .join('-');
}
