// A system that uses every field that the local run enforces, with one part of each kind where one is enough.

import { parse } from 'yaml';
import { compileSpec } from '../../../../compiler/compile/compile';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import type { PathStep, Plain } from '../../../../compiler/source/spec-node';
import { SURROUNDINGS } from '../../../spec';

/** The spec. */
export const SPEC = parse(`
project: small
environment: test
suffix: t
region: us-east-1
naming: { pattern: "{{ project }}-{{ name }}-{{ normalizedRegion }}-{{ environment }}-{{ suffix }}" }
variables: { GREETING: { default: hello } }
quotas:
  lambda: { concurrentExecutions: 110 }
  apiGateway: { throttleRateLimit: 300, throttleBurstLimit: 200 }
payment: { bodySchema: body.json }
tables:
  items:
    partitionKey: { name: id, type: S }
    sortKey: { name: at, type: N }
    billingMode: PROVISIONED
    capacity: { read: { units: 10 }, write: { units: 2 } }
    indexes:
      by-owner:
        partitionKey: { name: owner, type: S }
        sortKey: { name: rank, type: N }
        projection: INCLUDE
        nonKeyAttributes: [note]
        capacity: { read: { units: 1 }, write: { units: 2 } }
      by-shard: { partitionKey: { name: shard, type: S }, shardCount: 2, capacity: { read: { units: 9 }, write: { units: 9 } } }
queues:
  jobs:
    messageRetentionSeconds: 3600
    visibilityTimeoutSeconds: 30
    maximumMessageSizeBytes: 2048
    delaySeconds: 5
    deadLetterQueue: { queue: failed-jobs, maxReceiveCount: 2 }
  failed-jobs: { messageRetentionSeconds: 1209600 }
  abandoned-jobs: { messageRetentionSeconds: 1209600 }
  orders: { fifo: { contentBasedDeduplication: true } }
secrets: { signing-key: { secretsManager: small/signing-key } }
functions:
  one:
    entry: functions/one.ts
    handler: first
    timeoutSeconds: 1
    reservedConcurrency: 3
    environment: { GREETING: "{{ env.GREETING }}", SHARDS: "{{ tables.items.indexes.by-shard.shards }}" }
    access: { tables: { items: [GetItem, PutItem] }, queues: { jobs: [SendMessage] }, secrets: [signing-key] }
  two: { entry: functions/one.ts, handler: first, timeoutSeconds: 1 }
  guard: { entry: functions/one.ts, handler: first, timeoutSeconds: 1 }
  three: { entry: runtime/handler.ts, timeoutSeconds: 1, environment: { METRICS_NAMESPACE: Small } }
api:
  name: small-api
  stage: prod
  authorization: NONE
  throttle: { rateLimit: 5, burstLimit: 6 }
  integrationTimeoutMilliseconds: 3000
  metrics: true
  cors: { origins: ["https://shop.example"] }
  lambdaAuthorizer: { functionArn: "{{ functions.guard.arn }}", type: TOKEN, header: X-Caller, cacheSeconds: 60 }
  cognito: { userPoolArns: ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEfGhI"], scopes: [small/read] }
  resourcePolicy: { sourceCidrs: [127.0.0.1/32, 203.0.113.0/24], accountIds: ["111122223333"] }
  webAcl: { action: BLOCK, rateLimit: { requests: 300, windowSeconds: 60 } }
  cache: { clusterSizeGigabytes: "0.5", ttlSeconds: 60 }
  usagePlans:
    shops: { keys: [first], throttle: { rateLimit: 1, burstLimit: 2 }, quota: { requests: 5, period: DAY } }
  routes:
    get-one:
      method: GET
      path: "/one/{id}"
      function: one
      authorization: NONE
      throttle: { rateLimit: 2, burstLimit: 2 }
      queryParameters: { day: { required: true } }
      example: { pathParameters: { id: a }, queryParameters: { day: today } }
    add-one: { method: POST, path: /one, function: one, validateBody: true, example: { body: '{"kind": "entry"}' } }
    guarded: { method: GET, path: /guarded, function: two, authorization: CUSTOM, throttle: { rateLimit: 100, burstLimit: 100 } }
    signed-in: { method: GET, path: /signed-in, function: two, authorization: COGNITO_USER_POOLS }
    signed: { method: GET, path: /signed, function: two, authorization: AWS_IAM }
    cached: { method: GET, path: /cached, function: two, cache: true, throttle: { rateLimit: 100, burstLimit: 100 } }
    keyed: { method: GET, path: /keyed, function: two, authorization: API_KEY }
    many: { method: GET, path: /many, function: two, throttle: { rateLimit: 200, burstLimit: 200 } }
alarms:
  errors:
    description: The function is slow
    metric: { resource: functions.one, name: Duration, statistic: Maximum }
    evaluationPeriods: 3
    datapointsToAlarm: 2
    comparison: GreaterThanThreshold
    threshold: 2
    treatMissingData: notBreaching
    notify: PAGE
  share:
    math:
      id: share
      expression: 100 * a / b
      metrics:
        a: { resource: api, name: 5XXError, statistic: Sum }
        b: { resource: api, name: Count, statistic: Sum }
    threshold: 50
    treatMissingData: notBreaching
    notify: NOTICE
compositeAlarms:
  any: { description: One of them, anyOf: [errors, share], notify: PAGE }
  all: { description: Both of them, allOf: [errors, share], notify: NOTICE }
monitoring:
  generatedAlarms: true
  thresholds: { serverErrorPercent: 2, clientErrorPercent: 10, latencyMilliseconds: 500, usedPercent: 90, queuedMessages: 5, messageAgePercent: 25, refusedPercent: 30, largestAmountTimesAverage: 20 }
  slo: { availabilityPercent: 99.9, latencyMilliseconds: 400, latencyPercent: 95 }
  notifications:
    subscriptions: { on-call: { protocol: email, endpoint: on-call@bank.example, receives: [PAGE] } }
    slack: { workspaceId: T0123ABCD, channelId: C0123ABCD, receives: [NOTICE] }
waivers:
  open: { code: ENV3090, path: api, value: NONE, reason: Only this computer reaches it., reviewBy: 2027-06-30 }
`) as Plain;

const FILES: Readonly<Record<string, string>> = {
  'spec/body.json': JSON.stringify({ type: 'object', required: ['kind'] }),
  'spec/other.json': JSON.stringify({ type: 'object', required: ['other'] }),
};

/** Compiles the spec with other values. Throws the diagnostics of an invalid spec. */
export function compileWith(plain: Plain): ResourceGraph {
  const read = (path: string) => (path === 'spec/test.yaml' ? JSON.stringify(plain) : FILES[path]);
  const { graph, diagnostics } = compileSpec('spec/test.yaml', read, SURROUNDINGS);
  if (graph === undefined)
    throw new Error(renderDiagnostics(diagnostics.filter(({ severity }) => severity === 'error')));
  return graph;
}

/** The value at a path of a spec. */
export function valueAt(plain: Plain, path: readonly PathStep[]): Plain | undefined {
  return path.reduce<Plain | undefined>(
    (around, step) => (around as Record<PathStep, Plain> | undefined)?.[step],
    plain,
  );
}
