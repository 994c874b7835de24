// The checks of each route, in the order in which API Gateway makes them.

import type { Policy } from '../../../model/iam-policy';
import type { TokenIssuer } from '../../cognito/token-issuer';
import type { UserPool } from '../../cognito/user-pools';
import type { LimitsMode } from '../../limits-mode';
import type { RunClock } from '../../run-clock';
import type { Route } from '../routes';
import type { ApiKey } from '../usage-plans';
import { checkApiKey } from './api-key';
import { checkBody } from './body-model';
import type { Check, NamedCheck, Refusal } from './check';
import { checkCognito } from './cognito';
import { checkIam } from './iam';
import { checkParameters } from './required-parameters';
import { checkResourcePolicy } from './resource-policy';
import { checkThrottle, type StageLimits } from './throttle';
import { checkWebAcl, type WebAclLimits } from './web-acl';

/** The parameters of the checks of an API. */
export interface CheckParts {
  readonly region: string;
  readonly apiKeys: readonly ApiKey[];
  readonly limits: StageLimits;
  readonly webAcl: WebAclLimits | undefined;
  readonly resourcePolicy: Policy | undefined;
  /** The user pools of authorizers, by the names of their nodes. */
  readonly userPools: ReadonlyMap<string, readonly UserPool[]>;
  readonly tokens: TokenIssuer;
  /** Returns the check of a route's Lambda authorizer. */
  readonly authorizerOf: (route: Route) => Check | undefined;
  readonly mode: LimitsMode;
  readonly clock: RunClock;
  /** Counts a refusal. In the mode `count`, the request is served nevertheless. */
  readonly countRefusal: (refusal: Refusal) => void;
}

/**
 * Creates the checks of a route. AWS documents that throttles apply in the order usage plan, method, account. It does not document
 * their order with the other checks; a request counts towards a usage plan only after its key is known.
 */
export function checksOf(route: Route, parts: CheckParts): readonly NamedCheck[] {
  const {
    region,
    apiKeys,
    limits,
    webAcl,
    resourcePolicy,
    userPools,
    tokens,
    authorizerOf,
    mode,
    clock,
    countRefusal,
  } = parts;
  const limited = [
    named('web ACL', checkWebAcl(webAcl, clock)),
    named('IAM authorization', checkIam(route, region, Date.now)),
    named('Cognito authorizer', checkCognito(route, userPools, tokens, Date.now)),
    named('resource policy', checkResourcePolicy(route, resourcePolicy, region)),
    named('Lambda authorizer', authorizerOf(route)),
    named('API key', checkApiKey(route, apiKeys)),
    named('throttle and quota', checkThrottle(route, limits, clock)),
  ].flat();
  const inMode =
    mode === 'off'
      ? []
      : mode === 'count'
        ? limited.map(({ name, check }) => ({ name, check: countOnly(check, countRefusal) }))
        : limited;
  return [...inMode, ...named('required parameters', checkParameters(route)), ...named('body model', checkBody(route))];
}

/** A check under a name; none if the route does not have it. */
function named(name: string, check: Check | undefined): NamedCheck[] {
  return check === undefined ? [] : [{ name, check }];
}

/** A check that counts the requests that it would refuse, and passes every request. */
function countOnly(check: Check, countRefusal: CheckParts['countRefusal']): Check {
  return async (request, caller) => {
    const verdict = await check(request, caller);
    if (!('refusal' in verdict)) return verdict;
    countRefusal(verdict.refusal);
    return { caller, counted: verdict.refusal };
  };
}
