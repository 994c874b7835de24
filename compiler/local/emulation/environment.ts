// The fields of the environment, its account and its payments in the local run.

import { approximated, type EmulationOf, enforced, notLocal } from './emulation';

const DEPLOYMENT = notLocal('Only a deployment reads it');
const ESTIMATE = notLocal('Only estimates of cost read it');
const TAGS = notLocal('The local run has no tags');
const COMPILER = notLocal('Only the compiler reads it');
const VALIDATION = notLocal('The compiler compares the spec with it');
const TABLE_QUOTA = notLocal("Tables on demand have AWS's default quota; the compiler compares the spec with this one");
const DATA_KEYS = notLocal('The data of the local run is not encrypted');
const WEBHOOK = approximated('The functions for events obey it; they post to the receiver of the run');
const BACKUP = notLocal('The local run makes no backups');

/** The fields that describe the environment. */
export const ENVIRONMENT: EmulationOf<
  | 'project'
  | 'environment'
  | 'suffix'
  | 'region'
  | 'application'
  | 'costCenter'
  | 'naming'
  | 'variables'
  | 'provider'
  | 'quotas'
  | 'protect'
  | 'encryption'
  | 'permissionsBoundary'
  | 'backup'
  | 'allowReplacement'
  | 'waivers'
  | 'tags'
  | 'tracing'
  | 'logRetentionDays'
  | 'payment'
  | 'traffic'
  | 'budget'
  | 'outputs'
> = {
  project: enforced,
  environment: enforced,
  suffix: enforced,
  region: enforced,
  application: TAGS,
  costCenter: TAGS,
  'naming.pattern': enforced,
  'variables.*.default': enforced,
  'variables.*.secret': notLocal('The values of variables stay on this machine'),
  'provider.allowedAccountIds': DEPLOYMENT,
  'provider.assumeRole.roleArn': DEPLOYMENT,
  'provider.assumeRole.externalId': DEPLOYMENT,
  'provider.assumeRole.sessionName': DEPLOYMENT,
  'provider.defaultTags.*': TAGS,
  'provider.aliases': DEPLOYMENT,
  'quotas.lambda.concurrentExecutions': enforced,
  'quotas.apiGateway.throttleRateLimit': enforced,
  'quotas.apiGateway.throttleBurstLimit': enforced,
  'quotas.apiGateway.integrationTimeoutMilliseconds': VALIDATION,
  'quotas.apiGateway.resourcesPerApi': VALIDATION,
  'quotas.apiGateway.usagePlans': VALIDATION,
  'quotas.apiGateway.resourcePolicyCharacters': VALIDATION,
  'quotas.iam.roles': VALIDATION,
  'quotas.dynamodb.tableReadCapacityUnits': TABLE_QUOTA,
  'quotas.dynamodb.tableWriteCapacityUnits': TABLE_QUOTA,
  'quotas.dynamodb.accountReadCapacityUnits': VALIDATION,
  'quotas.dynamodb.accountWriteCapacityUnits': VALIDATION,
  'quotas.dynamodb.tables': VALIDATION,
  'quotas.dynamodb.indexesPerTable': VALIDATION,
  'traffic.requestsPerSecond': ESTIMATE,
  'traffic.hourlyWeights': ESTIMATE,
  'traffic.routes.*': ESTIMATE,
  'budget.monthlyUsd': ESTIMATE,
  'budget.at': ESTIMATE,
  protect: DEPLOYMENT,
  'encryption.key': DATA_KEYS,
  'encryption.rotationPeriodDays': DATA_KEYS,
  'encryption.deletionWindowDays': DATA_KEYS,
  permissionsBoundary: notLocal('The policy is outside the spec, so its statements are not known'),
  'backup.schedule': BACKUP,
  'backup.retentionDays': BACKUP,
  allowReplacement: DEPLOYMENT,
  'waivers.*.code': COMPILER,
  'waivers.*.path': COMPILER,
  'waivers.*.value': COMPILER,
  'waivers.*.reason': COMPILER,
  'waivers.*.expires': COMPILER,
  'waivers.*.reviewBy': COMPILER,
  'tags.*': TAGS,
  tracing: notLocal('The local run records no traces'),
  logRetentionDays: approximated('The run prints the lines of functions, and does not keep them'),
  'payment.currencies': enforced,
  'payment.limits.*.minimum': enforced,
  'payment.limits.*.maximum': enforced,
  'payment.bodySchema': enforced,
  'payment.unknownMembers': enforced,
  'payment.idempotency': enforced,
  'payment.pageSize': enforced,
  'payment.webhooks.*.url': approximated('The run posts to its own receiver, or to that of --webhook-to'),
  'payment.webhooks.*.events': WEBHOOK,
  'payment.webhooks.*.secret': WEBHOOK,
  'payment.webhooks.*.previousSecret': WEBHOOK,
  'payment.webhooks.*.timeoutSeconds': WEBHOOK,
  'payment.webhooks.*.retryDelaysSeconds': WEBHOOK,
  'payment.webhooks.*.disableAfterHours': WEBHOOK,
  'outputs.*': DEPLOYMENT,
};
