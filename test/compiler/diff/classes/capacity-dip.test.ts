// Edits of the class `capacity dip`: changes after which less capacity serves requests.

import { testClass } from './class-rows';

testClass('capacity dip', {
  has: {
    'a lower rate': {
      edits: [['rateLimit: 100', 'rateLimit: 99']],
      path: 'api.throttle.rateLimit',
      reason: /rate limit falls from 100 to 99/,
    },
    'a lower burst': {
      edits: [['burstLimit: 50', 'burstLimit: 49']],
      path: 'api.throttle.burstLimit',
      reason: /burst/,
    },
    'a throttle of a route below that of the API': {
      edits: [
        ['"/things/{id}", function: f', '"/things/{id}", function: f, throttle: { rateLimit: 10, burstLimit: 50 }'],
      ],
      path: 'api.routes.read.throttle.rateLimit',
      reason: /rate limit falls from 100 to 10/,
    },
    'less memory': {
      edits: [['memorySizeMegabytes: 512', 'memorySizeMegabytes: 256']],
      path: 'functions.f.memorySizeMegabytes',
      reason: /from 512 to 256/,
    },
    'a new reserved concurrency': {
      edits: [['memorySizeMegabytes', 'reservedConcurrency: 10\n    memorySizeMegabytes']],
      path: 'functions.f.reservedConcurrency',
      reason: /from no limit to 10/,
    },
    'a lower minimum of autoscaling': {
      edits: [['minimum: 5,', 'minimum: 4,']],
      path: 'tables.t.capacity.read.autoscaling.minimum',
      reason: /lowest read capacity in units falls from 5 to 4/,
    },
    'a lower maximum of autoscaling': {
      edits: [['maximum: 50', 'maximum: 40']],
      path: 'tables.t.capacity.read.autoscaling.maximum',
      reason: /highest read/,
    },
    'fixed capacity instead of autoscaling': {
      edits: [['{ autoscaling: { minimum: 5, maximum: 50 } }', '{ units: 10 }']],
      path: 'tables.t.capacity.read.units',
      reason: /highest read capacity in units falls from 50 to 10/,
    },
    'provisioned instead of on-demand billing': {
      edits: [
        [
          'billingMode: PAY_PER_REQUEST }',
          'billingMode: PROVISIONED, capacity: { read: { units: 5 }, write: { units: 5 } } }',
        ],
      ],
      path: 'tables.other.capacity.write.units',
      reason: /lowest write capacity in units falls from no limit to 5/,
    },
  },
  hasNot: {
    'a higher rate': [['rateLimit: 100', 'rateLimit: 101']],
    'a throttle of a route above that of the API': [
      ['"/things/{id}", function: f', '"/things/{id}", function: f, throttle: { rateLimit: 200, burstLimit: 60 }'],
    ],
    'more capacity': [['units: 9', 'units: 10']],
    'on-demand instead of provisioned billing': [
      [
        'billingMode: PROVISIONED\n    capacity: { read: { autoscaling: { minimum: 5, maximum: 50 } }, write: { units: 9 } }',
        'billingMode: PAY_PER_REQUEST',
      ],
    ],
    'a removed table': [['  other: { partitionKey: { name: id }, billingMode: PAY_PER_REQUEST }\n', '']],
    'another alarm threshold': [['threshold: 5', 'threshold: 6']],
  },
});
