// Generated from the files of compiler/compile/rules/ by `npm run generate`: add a file there instead.

import { alarmRangeRule } from './alarms/alarm-range.rule';
import { alarmWindowRule } from './alarms/alarm-window.rule';
import { alarmRule } from './alarms/alarm.rule';
import { compositeAlarmRule } from './alarms/composite-alarm.rule';
import { drillRule } from './alarms/drill.rule';
import { metricRule } from './alarms/metric.rule';
import { notificationRule } from './alarms/notification.rule';
import { subscriptionRule } from './alarms/subscription.rule';
import { authorizationRule } from './api/authorization.rule';
import { cacheRule } from './api/cache.rule';
import { corsRule } from './api/cors.rule';
import { dataTraceRule } from './api/data-trace.rule';
import { domainRule } from './api/domain.rule';
import { endpointRule } from './api/endpoint.rule';
import { exampleRule } from './api/example.rule';
import { hiddenRouteRule } from './api/hidden-route.rule';
import { routeRule } from './api/route.rule';
import { throttleRule } from './api/throttle.rule';
import { traceSamplingRule } from './api/trace-sampling.rule';
import { trafficRule } from './api/traffic.rule';
import { webAclRule } from './api/web-acl.rule';
import { concurrencyRule } from './functions/concurrency.rule';
import { deadLetterRule } from './functions/dead-letter.rule';
import { environmentSizeRule } from './functions/environment-size.rule';
import { functionTimeoutRule } from './functions/function-timeout.rule';
import { logRetentionRule } from './functions/log-retention.rule';
import { reservedConcurrencyRule } from './functions/reserved-concurrency.rule';
import { reservedVariableRule } from './functions/reserved-variable.rule';
import { runtimeRule } from './functions/runtime.rule';
import { secretVariableRule } from './functions/secret-variable.rule';
import { triggerBatchRule } from './functions/trigger-batch.rule';
import { triggerConsumptionRule } from './functions/trigger-consumption.rule';
import { triggerFailureRule } from './functions/trigger-failure.rule';
import { triggerFilterRule } from './functions/trigger-filter.rule';
import { triggerLiteralRule } from './functions/trigger-literal.rule';
import { triggerScheduleRule } from './functions/trigger-schedule.rule';
import { triggerRule } from './functions/trigger.rule';
import { variableAccessRule } from './functions/variable-access.rule';
import { amountLimitRule } from './payment/amount-limit.rule';
import { currencyRule } from './payment/currency.rule';
import { webhookUrlRule } from './payment/webhook-url.rule';
import { deadLetterQueueRule } from './queues/dead-letter-queue.rule';
import { delayRule } from './queues/delay.rule';
import { receiveCountRule } from './queues/receive-count.rule';
import { redriveRule } from './queues/redrive.rule';
import { visibilityRule } from './queues/visibility.rule';
import { budgetRule } from './resources/budget.rule';
import { functionPolicyRule } from './resources/function-policy.rule';
import { inputSizeRule } from './resources/input-size.rule';
import { nameCharactersRule } from './resources/name-characters.rule';
import { nameLengthRule } from './resources/name-length.rule';
import { repeatedNameRule } from './resources/repeated-name.rule';
import { resourceCountRule } from './resources/resource-count.rule';
import { accountRule } from './system/account.rule';
import { allowReplacementRule } from './system/allow-replacement.rule';
import { arnRule } from './system/arn.rule';
import { partRule } from './system/part.rule';
import { quotaRule } from './system/quota.rule';
import { regionRule } from './system/region.rule';
import { scheduleRule } from './system/schedule.rule';
import { secretRotationRule } from './system/secret-rotation.rule';
import { secretSourceRule } from './system/secret-source.rule';
import { secretRule } from './system/secret.rule';
import { tagRule } from './system/tag.rule';
import { unusedPartRule } from './system/unused-part.rule';
import { capacityRule } from './tables/capacity.rule';
import { dataProtectionRule } from './tables/data-protection.rule';
import { indexCapacityRule } from './tables/index-capacity.rule';
import { indexRule } from './tables/index.rule';
import { keyTypeRule } from './tables/key-type.rule';
import { pageRule } from './tables/page.rule';
import { replicaRule } from './tables/replica.rule';
import { shardsRule } from './tables/shards.rule';
import { tableCountRule } from './tables/table-count.rule';
import { timeToLiveRule } from './tables/time-to-live.rule';
import { writeRateRule } from './tables/write-rate.rule';
import type { ResourceRule, Rule } from './rule';

/** The rules about the fields of a spec. */
export const RULES: readonly Rule[] = [
  alarmRangeRule,
  alarmWindowRule,
  alarmRule,
  compositeAlarmRule,
  drillRule,
  metricRule,
  notificationRule,
  subscriptionRule,
  authorizationRule,
  cacheRule,
  corsRule,
  dataTraceRule,
  domainRule,
  endpointRule,
  exampleRule,
  hiddenRouteRule,
  routeRule,
  throttleRule,
  traceSamplingRule,
  trafficRule,
  webAclRule,
  concurrencyRule,
  deadLetterRule,
  environmentSizeRule,
  functionTimeoutRule,
  logRetentionRule,
  reservedConcurrencyRule,
  reservedVariableRule,
  runtimeRule,
  secretVariableRule,
  triggerBatchRule,
  triggerConsumptionRule,
  triggerFailureRule,
  triggerFilterRule,
  triggerLiteralRule,
  triggerScheduleRule,
  triggerRule,
  variableAccessRule,
  amountLimitRule,
  currencyRule,
  webhookUrlRule,
  deadLetterQueueRule,
  delayRule,
  receiveCountRule,
  redriveRule,
  visibilityRule,
  accountRule,
  allowReplacementRule,
  arnRule,
  partRule,
  quotaRule,
  regionRule,
  scheduleRule,
  secretRotationRule,
  secretSourceRule,
  secretRule,
  tagRule,
  unusedPartRule,
  capacityRule,
  dataProtectionRule,
  indexCapacityRule,
  indexRule,
  keyTypeRule,
  pageRule,
  replicaRule,
  shardsRule,
  tableCountRule,
  timeToLiveRule,
  writeRateRule,
];

/** The rules about the resources that a spec compiles to. */
export const RESOURCE_RULES: readonly ResourceRule[] = [
  budgetRule,
  functionPolicyRule,
  inputSizeRule,
  nameCharactersRule,
  nameLengthRule,
  repeatedNameRule,
  resourceCountRule,
];
