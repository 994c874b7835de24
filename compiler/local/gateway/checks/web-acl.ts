// The rate-based rule of a web ACL, which AWS WAF applies before API Gateway checks a request.

import { RateRule, type RateRuleSettings } from '../../../model/rate-rule';
import type { LocalResources } from '../../local-values';
import type { RunClock } from '../../run-clock';
import { type Check, refuseBy } from './check';

/** The rule with its state. */
export interface WebAclLimits {
  readonly settings: RateRuleSettings;
  readonly rule: RateRule;
}

/** Derives the rule that blocks addresses; undefined without a web ACL, or if it only counts. */
export function deriveRateRule(resources: LocalResources): RateRuleSettings | undefined {
  const [acl] = resources.of('aws:wafv2/webAcl:WebAcl');
  const rules = acl?.inputs.rules ?? [];
  const rule = rules.find(({ action, statement }) => action?.block !== undefined && statement.rateBasedStatement);
  const { limit, evaluationWindowSec } = rule?.statement.rateBasedStatement ?? {};
  return limit === undefined ? undefined : { requests: limit, windowSeconds: evaluationWindowSec ?? DEFAULT_SECONDS };
}

/** The window of a rule that does not set one (AWS WAF Developer Guide, "Rate-based rule high-level settings in AWS WAF"). */
const DEFAULT_SECONDS = 300;

/** Creates the state of the rule. */
export function createWebAclLimits(settings: RateRuleSettings): WebAclLimits {
  return { settings, rule: new RateRule(settings) };
}

/** Creates the check of all routes; undefined without a rule. */
export function checkWebAcl(limits: WebAclLimits | undefined, clock: RunClock): Check | undefined {
  if (limits === undefined) return undefined;
  const { settings, rule } = limits;
  const by = `the web ACL (${settings.requests} requests of an address in ${settings.windowSeconds} s)`;
  return ({ sourceIp }, caller) =>
    rule.matches(clock.now() / 1000, sourceIp) ? refuseBy('WAF_FILTERED', by) : { caller };
}
