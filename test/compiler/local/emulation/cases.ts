// The fields that the local run enforces, each with another value and the probe that observes the difference.

import type { Leaf } from '../../../../compiler/local/emulation/registry';
import type { Plain } from '../../../../compiler/source/spec-node';
import { crowds, floods, lateness, memory, networks, requests, tokens } from './api-probes';
import { codes, slowness } from './function-probes';
import type { Probe } from './probe';
import { alarms, examples } from './probes';
import { orders, queue } from './queue-probes';
import { capacity, keys, names, permissions } from './store-probes';

/** Another value of a field (undefined removes the field), and the probe that observes its effect. */
export interface Case {
  readonly value: Plain | undefined;
  readonly probe: Probe;
  /** The values of other fields that the field requires. */
  readonly having?: Readonly<Record<string, Plain>>;
  /** The fields that the other value does not allow. */
  readonly without?: readonly string[];
}

const by =
  (probe: Probe) =>
  (value: Plain | undefined): Case => ({ value, probe });
const [name, key, ofCapacity, ofQueue] = [names, keys, capacity, queue].map(by) as [By, By, By, By];
const [request, alarm, example, permission] = [requests, alarms, examples, permissions].map(by) as [By, By, By, By];
const [late, code, slow] = [lateness, codes, slowness].map(by) as [By, By, By];
const [remembered, flooded, order, signedIn] = [memory, floods, orders, tokens].map(by) as [By, By, By, By];
const network = by(networks);
const crowd = by(crowds);
type By = ReturnType<typeof by>;

/** The cases, by field. Those of payments run the payment handler, and have a table of their own. */
export const CASES: { readonly [L in Leaf]?: Case } = {
  project: name('other'),
  environment: name('other'),
  suffix: name('o'),
  region: name('eu-west-1'),
  'naming.pattern': name('{{ name }}-{{ normalizedRegion }}-{{ environment }}-{{ suffix }}'),
  'variables.*.default': code('other'),
  'quotas.lambda.concurrentExecutions': crowd(108),
  'quotas.apiGateway.throttleRateLimit': crowd(400),
  'quotas.apiGateway.throttleBurstLimit': crowd(201),
  'payment.bodySchema': request('other.json'),
  'tables.*.partitionKey.name': key('key'),
  'tables.*.partitionKey.type': key('N'),
  'tables.*.sortKey.name': key('position'),
  'tables.*.sortKey.type': key('S'),
  'tables.*.billingMode': {
    ...ofCapacity('PAY_PER_REQUEST'),
    without: ['capacity', 'indexes.by-owner.capacity', 'indexes.by-shard.capacity'].map(
      (path) => `tables.items.${path}`,
    ),
  },
  'tables.*.capacity.read.units': ofCapacity(2),
  'tables.*.capacity.write.units': ofCapacity(3),
  'tables.*.indexes.*.partitionKey.name': key('holder'),
  'tables.*.indexes.*.partitionKey.type': key('N'),
  'tables.*.indexes.*.sortKey.name': key('position'),
  'tables.*.indexes.*.sortKey.type': key('S'),
  'tables.*.indexes.*.projection': { ...key('ALL'), without: ['tables.items.indexes.by-owner.nonKeyAttributes'] },
  'tables.*.indexes.*.nonKeyAttributes': key(['more']),
  'tables.*.indexes.*.shardCount': code(3),
  'tables.*.indexes.*.capacity.read.units': ofCapacity(2),
  'tables.*.indexes.*.capacity.write.units': ofCapacity(1),
  'queues.*.messageRetentionSeconds': ofQueue(600),
  'queues.*.visibilityTimeoutSeconds': ofQueue(10),
  'queues.*.maximumMessageSizeBytes': ofQueue(4096),
  'queues.*.delaySeconds': ofQueue(20),
  'queues.*.deadLetterQueue.queue': ofQueue('abandoned-jobs'),
  'queues.*.deadLetterQueue.maxReceiveCount': ofQueue(3),
  'queues.*.fifo.contentBasedDeduplication': order(false),
  'functions.*.entry': code('functions/other.ts'),
  'functions.*.handler': code('second'),
  'functions.*.timeoutSeconds': { ...slow(20), having: { 'api.integrationTimeoutMilliseconds': 29_000 } },
  'functions.*.environment.*': code('other'),
  'functions.*.reservedConcurrency': request(4),
  'functions.*.access.tables.*': permission(['PutItem']),
  'functions.*.access.queues.*': permission(['ReceiveMessage']),
  'functions.*.access.secrets': permission([]),
  'api.name': request('other-api'),
  'api.stage': request('live'),
  'api.authorization': request('AWS_IAM'),
  'api.cognito.userPoolArns': signedIn(['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_JkLmNoPqR']),
  'api.cognito.scopes': signedIn(['small/write']),
  'api.resourcePolicy.sourceCidrs': network(['127.0.0.1/32', '198.51.100.0/24']),
  'api.resourcePolicy.accountIds': network(['444455556666']),
  'api.vpcEndpointIds': {
    ...network(['vpce-0123456789abcdef1']),
    having: { 'api.endpointType': 'PRIVATE', 'api.vpcEndpointIds': ['vpce-0123456789abcdef0'] },
  },
  'api.lambdaAuthorizer.type': remembered('REQUEST'),
  'api.lambdaAuthorizer.header': remembered('X-Other'),
  'api.lambdaAuthorizer.cacheSeconds': remembered(30),
  'api.webAcl.action': flooded('COUNT'),
  'api.webAcl.rateLimit.requests': flooded(200),
  'api.webAcl.rateLimit.windowSeconds': flooded(120),
  'api.cache.ttlSeconds': remembered(30),
  'api.usagePlans.*.keys': request(['second']),
  'api.usagePlans.*.throttle.rateLimit': request(2),
  'api.usagePlans.*.throttle.burstLimit': request(3),
  'api.usagePlans.*.quota.requests': request(4),
  'api.usagePlans.*.quota.period': request('WEEK'),
  'api.integrationTimeoutMilliseconds': late(4000),
  'api.throttle.rateLimit': request(6),
  'api.throttle.burstLimit': request(7),
  'api.metrics': request(false),
  'api.cors.origins': request(['https://other.example']),
  'api.routes.*.method': request('HEAD'),
  'api.routes.*.path': request('/two/{id}'),
  'api.routes.*.function': request('two'),
  'api.routes.*.authorization': request('API_KEY'),
  'api.routes.*.throttle.rateLimit': request(1),
  'api.routes.*.throttle.burstLimit': request(3),
  'api.routes.*.cache': remembered(false),
  'api.routes.*.validateBody': request(false),
  'api.routes.*.queryParameters.*.required': request(false),
  'api.routes.*.example.pathParameters.*': example('b'),
  'api.routes.*.example.queryParameters.*': example('tomorrow'),
  'api.routes.*.example.body': example('{"kind": "other"}'),
  'alarms.*.description': alarm('Other'),
  'alarms.*.metric.statistic': alarm('Minimum'),
  'alarms.*.math.expression': alarm('99 * a / b'),
  'alarms.*.math.metrics.*.statistic': alarm('Average'),
  'alarms.*.evaluationPeriods': alarm(2),
  'alarms.*.datapointsToAlarm': alarm(1),
  'alarms.*.comparison': alarm('GreaterThanOrEqualToThreshold'),
  'alarms.*.threshold': alarm(1),
  'alarms.*.treatMissingData': alarm('breaching'),
  'alarms.*.notify': alarm('NONE'),
  'compositeAlarms.*.description': alarm('Other'),
  'compositeAlarms.*.anyOf': alarm(['errors']),
  'compositeAlarms.*.allOf': alarm(['errors']),
  'compositeAlarms.*.notify': alarm('NONE'),
  'monitoring.generatedAlarms': alarm(false),
  'monitoring.thresholds.serverErrorPercent': alarm(3),
  'monitoring.thresholds.clientErrorPercent': alarm(11),
  'monitoring.thresholds.latencyMilliseconds': alarm(501),
  'monitoring.thresholds.usedPercent': alarm(91),
  'monitoring.thresholds.queuedMessages': alarm(6),
  'monitoring.thresholds.messageAgePercent': alarm(26),
  'monitoring.thresholds.refusedPercent': alarm(31),
  'monitoring.thresholds.largestAmountTimesAverage': alarm(21),
  'monitoring.slo.availabilityPercent': alarm(99.5),
  'monitoring.slo.latencyMilliseconds': alarm(401),
  'monitoring.slo.latencyPercent': alarm(94),
  'monitoring.notifications.subscriptions.*.protocol': alarm('https'),
  'monitoring.notifications.subscriptions.*.endpoint': alarm('other@bank.example'),
  'monitoring.notifications.subscriptions.*.receives': alarm(['NOTICE']),
  'monitoring.notifications.slack.channelId': alarm('C0123ABCE'),
  'monitoring.notifications.slack.receives': alarm(['PAGE']),
};

/** Other settings of payments, by field. */
export const PAYMENT_CASES: { readonly [L in Leaf]?: Plain } = {
  'payment.currencies': { currencies: ['EUR'] },
  'payment.limits.*.minimum': { limits: { USD: { minimum: '11' } } },
  'payment.limits.*.maximum': { limits: { USD: { maximum: '10' } } },
  'payment.unknownMembers': { unknownMembers: 'REFUSE' },
  'payment.idempotency': { idempotency: 'REQUIRED' },
  'payment.pageSize': { pageSize: 1 },
};
