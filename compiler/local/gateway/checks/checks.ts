// The checks of each route, in the order in which API Gateway makes them.

import type { LimitsMode } from '../../limits-mode';
import type { RunClock } from '../../run-clock';
import type { Route } from '../routes';
import type { ApiKey } from '../usage-plans';
import { checkApiKey } from './api-key';
import { checkBody } from './body-model';
import type { Check, Refusal } from './check';
import { checkIam } from './iam';
import { checkParameters } from './required-parameters';
import { checkThrottle, type StageLimits } from './throttle';

/** The parameters of the checks of an API. */
export interface CheckParts {
  readonly region: string;
  readonly apiKeys: readonly ApiKey[];
  readonly limits: StageLimits;
  readonly mode: LimitsMode;
  readonly clock: RunClock;
  /** Counts a refusal. In the mode `count`, the request is served nevertheless. */
  readonly countRefusal: (refusal: Refusal) => void;
}

/**
 * Creates the checks of a route. AWS documents that throttles apply in the order usage plan, method, account. It does not document
 * their order with the other checks; a request counts towards a usage plan only after its key is known.
 */
export function checksOf(route: Route, parts: CheckParts): readonly Check[] {
  const { region, apiKeys, limits, mode, clock, countRefusal } = parts;
  const limited = [checkIam(route, region, Date.now), checkApiKey(route, apiKeys), checkThrottle(route, limits, clock)];
  const inMode =
    mode === 'off' ? [] : mode === 'count' ? limited.map((check) => check && countOnly(check, countRefusal)) : limited;
  return [...inMode, checkParameters(route), checkBody(route)].filter((check) => check !== undefined);
}

/** A check that counts what it would refuse, and passes every request. */
function countOnly(check: Check, countRefusal: CheckParts['countRefusal']): Check {
  return async (request, caller) => {
    const verdict = await check(request, caller);
    if (!('refusal' in verdict)) return verdict;
    countRefusal(verdict.refusal);
    return { caller };
  };
}
