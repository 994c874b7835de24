// Single edits of a spec and of the handler, with the changes that each deployment makes.

/** The spec of the stack. */
export const SPEC = 'spec/pr1234.yaml';
/** The spec that it extends. */
export const SYSTEM = 'spec/system.yaml';

const ROUTES = '  routes:\n';

/** An edit: the file, the text and its replacement, and the resulting changes as `action name`, sorted. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
}

/** The steps after each change of the API: a new deployment, an update of the stage, and the deletion of the old deployment. */
export const REDEPLOYED = ['create api-deployment', 'delete api-deployment', 'update prod'];
const ROUTE_NAMES = [
  'POST /payments/{}/cancel',
  'GET /payments/{}',
  'GET /payments',
  'HEAD /payments/{}',
  'HEAD /payments',
  'POST /payments',
  'POST /payments/{}/refund',
];
const METHODS = ROUTE_NAMES.map((name) => `update ${name}`);
const INTEGRATIONS = ROUTE_NAMES.map((name) => `update ${name} integration`);
const TAGGED = [
  'alarm-notices',
  'api',
  'payment-processor',
  'payment-processor-dlq',
  'payment-processor-logs',
  'payments',
  'prod',
].concat([
  'lambda-role-payment-processor',
  'payment-processor-duration-alarm',
  'payment-processor-error-rate-alarm',
  'payment-processor-throttle-alarm',
]);

/** The table and its indexes. */
const SCALED = ['payments', 'payments-gsi-status-index', 'payments-gsi-status-time-index'];

/** The edits, by description. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'the rate of the throttle': {
    file: SPEC,
    from: 'rateLimit: 1000',
    to: 'rateLimit: 900',
    changes: ['update api-method-settings'],
  },
  'the burst of the throttle': {
    file: SPEC,
    from: 'burstLimit: 2000',
    to: 'burstLimit: 1500',
    changes: ['update api-method-settings'],
  },
  'the TTL of the cache': {
    file: SPEC,
    from: 'ttlSeconds: 300',
    to: 'ttlSeconds: 60',
    changes: ['update api-method-settings'],
  },
  'the size of the cache': {
    file: SPEC,
    from: 'clusterSizeGigabytes: "0.5"',
    to: 'clusterSizeGigabytes: "1.6"',
    changes: ['update prod'],
  },
  'the threshold of an alarm': {
    file: SPEC,
    from: 'payment-processor-error-rate: { threshold: 1 }',
    to: 'payment-processor-error-rate: { threshold: 4 }',
    changes: ['update payment-processor-error-rate-alarm'],
  },
  'the memory of the function': {
    file: SYSTEM,
    from: 'memorySizeMegabytes: 512',
    to: 'memorySizeMegabytes: 1024',
    changes: ['update payment-processor'],
  },
  'the timeout of the function': {
    file: SYSTEM,
    from: 'timeoutSeconds: 28',
    to: 'timeoutSeconds: 27',
    changes: ['update payment-processor'],
  },
  'its reserved concurrency': {
    file: SPEC,
    from: 'reservedConcurrency: 100',
    to: 'reservedConcurrency: 50',
    changes: ['update payment-processor'],
  },
  'its architecture': {
    file: SYSTEM,
    from: 'architecture: arm64',
    to: 'architecture: x86_64',
    changes: ['update payment-processor'],
  },
  'its runtime': {
    file: SYSTEM,
    from: 'runtime: nodejs24.x',
    to: 'runtime: nodejs22.x',
    changes: ['update payment-processor'],
  },
  'the page size': { file: SYSTEM, from: 'pageSize: 100', to: 'pageSize: 50', changes: ['update payment-processor'] },
  'the code of the handler': {
    file: 'runtime/answer.ts',
    from: 'statusCode: 200',
    to: 'statusCode: 204',
    changes: ['update payment-processor'],
  },
  'the retention of logs': {
    file: SPEC,
    from: 'logRetentionDays: 7',
    to: 'logRetentionDays: 14',
    changes: ['update payment-processor-logs'],
  },
  'the retention of messages': {
    file: SYSTEM,
    from: 'messageRetentionSeconds: 1209600',
    to: 'messageRetentionSeconds: 86400',
    changes: ['update payment-processor-dlq'],
  },
  'the permissions of the function': {
    file: SYSTEM,
    from: '[GetItem, PutItem, UpdateItem, Query]',
    to: '[GetItem, PutItem, UpdateItem]',
    changes: ['update lambda-role-payment-processor-dynamodb-policy'],
  },
  'the maximum of autoscaling': {
    file: SPEC,
    from: 'read: { autoscaling: { minimum: 5, maximum: 50',
    to: 'read: { autoscaling: { minimum: 5, maximum: 80',
    changes: SCALED.map((name) => `update ${name}-read-scaling-target`),
  },
  'the target of autoscaling': {
    file: SPEC,
    from: 'write: { autoscaling: { minimum: 5, maximum: 50, targetUtilizationPercent: 70',
    to: 'write: { autoscaling: { minimum: 5, maximum: 50, targetUtilizationPercent: 60',
    changes: SCALED.map((name) => `update ${name}-write-scaling-policy`),
  },
  'point-in-time recovery': {
    file: SPEC,
    from: 'deletionProtection: false',
    to: 'pointInTimeRecovery: false\n    deletionProtection: false',
    changes: ['update payments'],
  },
  'a new index': {
    file: SYSTEM,
    from: '    indexes:\n',
    to: '    indexes:\n      customer-index: { partitionKey: { name: customer_id } }\n',
    changes: [
      'create payments-gsi-customer-index-read-scaling-policy',
      'create payments-gsi-customer-index-read-scaling-target',
      'create payments-gsi-customer-index-write-scaling-policy',
      'create payments-gsi-customer-index-write-scaling-target',
      'update lambda-role-payment-processor-dynamodb-policy',
      'update payments',
    ],
  },
  'a new table': {
    file: SYSTEM,
    from: 'queues:\n',
    to: '  refunds: { partitionKey: { name: id } }\n\nqueues:\n',
    changes: ['create refunds'],
  },
  'a new function': {
    file: SYSTEM,
    from: 'api:\n',
    to: '  reporter: { entry: runtime/handler.ts }\n\napi:\n',
    changes: [
      'create lambda-role-reporter',
      'create lambda-role-reporter-cloudwatch-policy',
      'create lambda-role-reporter-xray-policy',
      'create reporter',
      'create reporter-logs',
    ],
  },
  'a new route': {
    file: SYSTEM,
    from: ROUTES,
    to: `${ROUTES}    capture-payment: { method: POST, path: "/payments/{id}/capture", function: payment-processor }\n`,
    changes: [
      'create api-gateway-lambda-permission-POST-payments-_-capture',
      'create POST /payments/{}/capture integration',
      'create POST /payments/{}/capture',
      'create /payments/{}/capture',
      ...REDEPLOYED,
    ],
  },
  'a removed route': {
    file: SPEC,
    from: 'get-payments: { cache: true }',
    to: 'get-payments: { cache: true }\n    head-payment: null',
    changes: [
      'delete api-gateway-lambda-permission-HEAD-payments-_',
      'delete HEAD /payments/{} integration',
      'delete HEAD /payments/{}',
      ...REDEPLOYED,
    ],
  },
  'the authorization of the API': {
    file: SPEC,
    from: 'authorization: NONE',
    to: 'authorization: AWS_IAM',
    // The cache key then includes the caller, so that callers do not share cached responses.
    changes: [...METHODS, 'update GET /payments/{} integration', 'update GET /payments integration', ...REDEPLOYED],
  },
  'the integration timeout of the API': {
    file: SPEC,
    from: 'functions:\n  payment-processor:\n    reservedConcurrency: 100\n\napi:\n',
    to: 'functions:\n  payment-processor:\n    reservedConcurrency: 100\n    timeoutSeconds: 27\n\napi:\n  integrationTimeoutMilliseconds: 28000\n',
    changes: ['update payment-processor', ...INTEGRATIONS, ...REDEPLOYED],
  },
  'an explicit default': {
    file: SYSTEM,
    from: '  stage: prod',
    to: '  stage: prod\n  endpointType: REGIONAL',
    changes: [],
  },
  'a new alarm': {
    file: SYSTEM,
    from: 'alarms:\n',
    to: 'alarms:\n  dead-letters: { metric: { resource: queues.payment-processor-dlq, name: NumberOfMessagesSent, statistic: Sum }, threshold: 0 }\n',
    changes: ['create dead-letters-alarm'],
  },
  'a tag': {
    file: SYSTEM,
    from: 'ManagedBy: Pulumi',
    to: 'ManagedBy: Us',
    changes: TAGGED.map((name) => `update ${name}`),
  },
  'X-Ray': {
    file: SPEC,
    from: 'tracing: true',
    to: 'tracing: false',
    changes: ['delete lambda-role-payment-processor-xray-policy', 'update payment-processor', 'update prod'],
  },
  'a comment': { file: SPEC, from: 'environment: Production', to: 'environment: Production # as before', changes: [] },
};
