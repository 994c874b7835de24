// The limits of the API.

import { testLimits, throttled } from '../limits';

const openAndCached = (ttlSeconds: number) => [
  `api: { cache: { ttlSeconds: ${ttlSeconds} }, routes: { get-payment: { authorization: NONE, cache: true } } }`,
  'waivers: { open: { code: ENV3090, path: api, value: NONE, reason: It is not deployed., expires: 2027-06-30 } }',
];

const lambdaAuthorizer = (length: number) => [
  'functions: { authorizer: { entry: runtime/handler.ts } }',
  `api: { authorization: CUSTOM, lambdaAuthorizer: { functionArn: "{{ functions.authorizer.arn }}", header: ${'X'.repeat(length)} } }`,
];

testLimits({
  'a rate up to the quota': {
    fine: [
      'api: { throttle: { rateLimit: 10000, burstLimit: 1000 } }',
      'quotas: { lambda: { concurrentExecutions: 1000 } }',
    ],
    wrong: [
      'api: { throttle: { rateLimit: 10001, burstLimit: 1001 } }',
      'quotas: { lambda: { concurrentExecutions: 2000 } }',
    ],
    codes: ['ENV3020'],
  },
  'a throttle of a route up to the quota': {
    fine: [throttled('rateLimit: 10000, burstLimit: 1000')],
    wrong: [throttled('rateLimit: 10001, burstLimit: 1001'), 'quotas: { lambda: { concurrentExecutions: 2000 } }'],
    codes: ['ENV3020'],
  },
  'a burst of a route up to the quota': {
    fine: [throttled('burstLimit: 5000, rateLimit: 9'), 'quotas: { lambda: { concurrentExecutions: 6000 } }'],
    wrong: [throttled('burstLimit: 5001, rateLimit: 9'), 'quotas: { lambda: { concurrentExecutions: 6000 } }'],
    codes: ['ENV3020'],
  },
  'a burst up to the quota of a newer Region': {
    fine: [
      'region: eu-south-1',
      'quotas: { lambda: { concurrentExecutions: 2000 } }',
      'api: { throttle: { burstLimit: 1250 } }',
    ],
    wrong: [
      'region: eu-south-1',
      'quotas: { lambda: { concurrentExecutions: 2000 } }',
      'api: { throttle: { burstLimit: 1251 } }',
    ],
    codes: ['ENV3020'],
  },
  'an edge-optimized API up to 29 s': {
    fine: ['api: { endpointType: EDGE, integrationTimeoutMilliseconds: 29000 }'],
    wrong: [
      'api: { endpointType: EDGE, integrationTimeoutMilliseconds: 29001 }',
      'quotas: { apiGateway: { integrationTimeoutMilliseconds: 30000 } }',
    ],
    codes: ['ENV3021'],
  },
  'a burst of a tenth of the rate': {
    fine: ['api: { throttle: { rateLimit: 500, burstLimit: 50 } }'],
    wrong: ['api: { throttle: { rateLimit: 500, burstLimit: 49 } }'],
    codes: ['ENV3023'],
  },
  'a burst of a route of a tenth of its rate': {
    fine: [throttled('rateLimit: 500, burstLimit: 50')],
    wrong: [throttled('rateLimit: 500, burstLimit: 49')],
    codes: ['ENV3023'],
  },
  'public addresses': {
    fine: ['api: { resourcePolicy: { sourceCidrs: [9.255.255.0/24, 11.0.0.0/8, 172.32.0.0/16, "2001:db8::/32"] } }'],
    wrong: ['api: { resourcePolicy: { sourceCidrs: [10.255.0.0/16, 172.31.0.0/16, "fdff::/16"] } }'],
    codes: ['ENV3073', 'ENV3073', 'ENV3073'],
  },
  'VPC addresses for a private API': {
    fine: [
      'api: { endpointType: PRIVATE, vpcEndpointIds: [vpce-01234567], resourcePolicy: { sourceCidrs: [10.0.0.0/8] } }',
    ],
    wrong: ['api: { resourcePolicy: { sourceCidrs: [10.0.0.0/8] } }'],
    codes: ['ENV3073'],
  },
  'a limit per address below the throttle': {
    fine: ['api: { throttle: { rateLimit: 10 }, webAcl: { rateLimit: { requests: 599, windowSeconds: 60 } } }'],
    wrong: ['api: { throttle: { rateLimit: 10 }, webAcl: { rateLimit: { requests: 600, windowSeconds: 60 } } }'],
    codes: ['ENV3099'],
  },
  'a limit per address below the throttle of a route': {
    fine: [
      'api: { routes: { get-payment: { throttle: { rateLimit: 5, burstLimit: 20 } } }, webAcl: { rateLimit: { requests: 299, windowSeconds: 60 } } }',
    ],
    wrong: [
      'api: { routes: { get-payment: { throttle: { rateLimit: 5, burstLimit: 20 } } }, webAcl: { rateLimit: { requests: 300, windowSeconds: 60 } } }',
    ],
    codes: ['ENV3099'],
  },
  'a cache with a TTL of one second': {
    fine: openAndCached(1),
    wrong: openAndCached(0),
    codes: ['ENV3031'],
  },
  'a caller header of 40 characters': {
    fine: lambdaAuthorizer(40),
    wrong: lambdaAuthorizer(41),
    codes: ['ENV3106'],
  },
  'a path with dots, and rejects a path with a tilde': {
    fine: ['api: { routes: { get-payment: { path: /v1.0/me } } }'],
    wrong: ['api: { routes: { get-payment: { path: /~me } } }'],
    codes: ['ENV3106'],
  },
  '* as the only origin': {
    fine: ['api: { cors: { origins: ["*"] } }'],
    wrong: ['api: { cors: { origins: ["http://localhost:8080", "*"] } }'],
    codes: ['ENV3206'],
  },
  'a greedy parameter at the root beside paths with the same method': {
    fine: [
      'api: { routes: { other: { method: GET, path: "/{rest+}", function: processor }, all: { method: GET, path: /payments, function: processor } } }',
    ],
    wrong: ['api: { routes: { other: { method: GET, path: "/{rest+}", function: processor } } }'],
    codes: ['ENV3065'],
  },
});
