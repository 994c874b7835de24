// All rules, in the order in which they are checked.

import type { Environment } from '../../schema/environment.generated';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { ResourceGraph } from '../graph/graph';
import { formatPath, isWritten, type SpecMap, spanAt } from '../source/spec-node';
import { alarmRule } from './alarm.rule';
import { alarmRangeRule } from './alarm-range.rule';
import { alarmWindowRule } from './alarm-window.rule';
import { allowReplacementRule } from './allow-replacement.rule';
import { amountLimitRule } from './amount-limit.rule';
import { arnRule } from './arn.rule';
import { authorizationRule } from './authorization.rule';
import { cacheRule } from './cache.rule';
import { capacityRule } from './capacity.rule';
import { compositeAlarmRule } from './composite-alarm.rule';
import { concurrencyRule } from './concurrency.rule';
import { corsRule } from './cors.rule';
import { currencyRule } from './currency.rule';
import { dataProtectionRule } from './data-protection.rule';
import { dataTraceRule } from './data-trace.rule';
import { deadEndRule } from './dead-end.rule';
import { deadLetterRule } from './dead-letter.rule';
import { deadLetterQueueRule } from './dead-letter-queue.rule';
import { domainRule } from './domain.rule';
import { drillRule } from './drill.rule';
import { endpointRule } from './endpoint.rule';
import { environmentSizeRule } from './environment-size.rule';
import { exampleRule } from './example.rule';
import { functionPolicyRule } from './function-policy.rule';
import { functionTimeoutRule } from './function-timeout.rule';
import { indexRule } from './index.rule';
import { indexCapacityRule } from './index-capacity.rule';
import { inputSizeRule } from './input-size.rule';
import { keyTypeRule } from './key-type.rule';
import { logRetentionRule } from './log-retention.rule';
import { metricRule } from './metric.rule';
import { nameCharactersRule } from './name-characters.rule';
import { nameLengthRule } from './name-length.rule';
import { notificationRule } from './notification.rule';
import { pageRule } from './page.rule';
import { partRule } from './part.rule';
import { quotaRule } from './quota.rule';
import { regionRule } from './region.rule';
import { repeatedNameRule } from './repeated-name.rule';
import { replicaRule } from './replica.rule';
import { reservedConcurrencyRule } from './reserved-concurrency.rule';
import { reservedVariableRule } from './reserved-variable.rule';
import { resourceCountRule } from './resource-count.rule';
import { routeRule } from './route.rule';
import type { ResourceRule, Rule, RuleContext } from './rule';
import { runtimeRule } from './runtime.rule';
import { scheduleRule } from './schedule.rule';
import { secretRule } from './secret.rule';
import { shardsRule } from './shards.rule';
import { subscriptionRule } from './subscription.rule';
import { tableCountRule } from './table-count.rule';
import { tagRule } from './tag.rule';
import { throttleRule } from './throttle.rule';
import { timeToLiveRule } from './time-to-live.rule';
import { traceSamplingRule } from './trace-sampling.rule';
import { unusedPartRule } from './unused-part.rule';
import { variableAccessRule } from './variable-access.rule';
import { visibilityRule } from './visibility.rule';
import { waiverRule } from './waiver.rule';
import { webAclRule } from './web-acl.rule';
import { writeRateRule } from './write-rate.rule';

const RULES: readonly Rule[] = [
  partRule,
  functionTimeoutRule,
  deadLetterRule,
  visibilityRule,
  capacityRule,
  keyTypeRule,
  indexRule,
  replicaRule,
  routeRule,
  exampleRule,
  metricRule,
  alarmRule,
  drillRule,
  compositeAlarmRule,
  notificationRule,
  subscriptionRule,
  currencyRule,
  quotaRule,
  reservedConcurrencyRule,
  throttleRule,
  concurrencyRule,
  writeRateRule,
  indexCapacityRule,
  shardsRule,
  pageRule,
  cacheRule,
  authorizationRule,
  traceSamplingRule,
  endpointRule,
  domainRule,
  webAclRule,
  alarmWindowRule,
  alarmRangeRule,
  deadLetterQueueRule,
  logRetentionRule,
  dataProtectionRule,
  environmentSizeRule,
  waiverRule,
  runtimeRule,
  amountLimitRule,
  allowReplacementRule,
  tagRule,
  reservedVariableRule,
  deadEndRule,
  variableAccessRule,
  unusedPartRule,
  dataTraceRule,
  regionRule,
  arnRule,
  secretRule,
  scheduleRule,
  timeToLiveRule,
  corsRule,
  tableCountRule,
];

const RESOURCE_RULES: readonly ResourceRule[] = [
  nameLengthRule,
  nameCharactersRule,
  repeatedNameRule,
  resourceCountRule,
  inputSizeRule,
  functionPolicyRule,
];

/** Checks what fields say of each other: ENV30xx. */
export function checkRules(environment: Environment, root: SpecMap, today: string): Diagnostic[] {
  const context = contextOf(environment, root, today);
  return RULES.flatMap((rule) => rule(context));
}

/** Checks what shows only in the compiled resources, such as their names: ENV30xx too. */
export function checkResources(
  graph: ResourceGraph,
  environment: Environment,
  root: SpecMap,
  today: string,
): Diagnostic[] {
  const context = contextOf(environment, root, today);
  return RESOURCE_RULES.flatMap((rule) => rule(context, graph));
}

function contextOf(environment: Environment, root: SpecMap, today: string): RuleContext {
  const at: RuleContext['at'] = (path, part = 'value') => ({ ...spanAt(root, path, part), path: formatPath(path) });
  const otherSide: RuleContext['otherSide'] = (message, path) =>
    isWritten(root, path) ? [{ message, span: at(path) }] : [];
  return { environment, root, today, at, otherSide };
}
