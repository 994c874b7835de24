// The limits of a run: their mode and clock, the refused requests, and the state that a reload keeps.

import { isDeepStrictEqual } from 'node:util';
import type { GatewaySettings } from '../model/gateway-throttle';
import type { LambdaSettings } from '../model/lambda-concurrency';
import type { RateRuleSettings } from '../model/rate-rule';
import { createTokenIssuer, type TokenIssuer } from './cognito/token-issuer';
import { createFunctionLimits, type FunctionLimits } from './functions/concurrency-limit';
import { createStageLimits, type StageLimits } from './gateway/checks/throttle';
import { createWebAclLimits, type WebAclLimits } from './gateway/checks/web-acl';
import type { LimitsMode } from './limits-mode';
import { createRefusals, type Refusals } from './refusals';
import { type RunClock, runClock } from './run-clock';

/** The limits of a run. */
export interface RunLimits {
  readonly mode: LimitsMode;
  readonly clock: RunClock;
  readonly refusals: Refusals;
  /** The issuer of the tokens of user pools. */
  readonly tokens: TokenIssuer;
  /** The throttles and quotas of a stage. Equal settings return the same limits, with their tokens and counts. */
  stageLimits(settings: GatewaySettings): StageLimits;
  /** The concurrency of functions. Equal settings return the same limits, with the invocations in progress. */
  functionLimits(settings: LambdaSettings): FunctionLimits;
  /** The rate rule of a web ACL, likewise. */
  webAclLimits(settings: RateRuleSettings): WebAclLimits;
  /** The limits in force; absent before the first version of a run. */
  current(): { readonly stage: StageLimits | undefined; readonly functions: FunctionLimits | undefined };
}

/** Creates the limits of a run. */
export function createRunLimits(mode: LimitsMode = 'enforce', clock: RunClock = runClock()): RunLimits {
  const stage = keepWhileEqual((settings: GatewaySettings) => createStageLimits(settings, clock));
  const functions = keepWhileEqual((settings: LambdaSettings) => createFunctionLimits(settings, clock));
  return {
    mode,
    clock,
    refusals: createRefusals(),
    tokens: createTokenIssuer(),
    stageLimits: stage.for,
    functionLimits: functions.for,
    webAclLimits: keepWhileEqual(createWebAclLimits).for,
    current: () => ({ stage: stage.current(), functions: functions.current() }),
  };
}

/** Creates a state once for equal settings. */
function keepWhileEqual<S, T extends { readonly settings: S }>(create: (settings: S) => T) {
  let current: T | undefined;
  return {
    for(settings: S): T {
      if (current === undefined || !isDeepStrictEqual(current.settings, settings)) current = create(settings);
      return current;
    },
    current: () => current,
  };
}
