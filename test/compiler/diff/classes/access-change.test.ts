// Edits of the class `access change`: changes of permissions.

import { testClass } from './class-rows';

testClass('access change', {
  has: {
    'an added action': {
      edits: [['[GetItem, Query]', '[GetItem, Query, PutItem]']],
      path: 'functions.f.access.tables.t',
      reason: /iam:RolePolicy .* has a different policy/,
    },
    'a removed action': {
      edits: [['[SendMessage]', '[SendMessage, GetQueueUrl]']],
      path: 'functions.f.access.queues.q',
      reason: /RolePolicy/,
    },
    'API keys instead of signatures': {
      edits: [
        ['authorization: AWS_IAM', 'authorization: API_KEY'],
        ['usagePlans: {}', 'usagePlans: { basic: { keys: [one] } }'],
      ],
      path: 'api.usagePlans.basic.keys',
      reason: /apigateway:ApiKey .* is created/,
    },
    'a list of allowed networks': {
      edits: [['stage: prod', 'stage: prod\n  resourcePolicy: { sourceCidrs: [10.0.0.0/8] }']],
      path: 'api.resourcePolicy',
      reason: /RestApiPolicy .* is created/,
    },
    'a queue that requires TLS': {
      edits: [['requireTls: false', 'requireTls: true']],
      path: 'queues.q.requireTls',
      reason: /QueuePolicy/,
    },
    'other accounts': {
      edits: [['region:', 'provider: { allowedAccountIds: ["123456789012"] }\nregion:']],
      path: 'provider.allowedAccountIds',
      reason: /allowedAccountIds/,
    },
  },
  hasNot: {
    'an added route': [['  routes:\n', '  routes:\n    more: { method: GET, path: /more, function: f }\n']],
    'another tag': [['region:', 'tags: { A: "1" }\nregion:']],
    'a replaced table whose ARN policies contain': [
      ['  t:\n    partitionKey: { name: id }', '  t:\n    partitionKey: { name: key }'],
    ],
    'less memory': [['memorySizeMegabytes: 512', 'memorySizeMegabytes: 256']],
  },
});
