// The change classes: edits that have a class, with its reason and its line, and edits that do not.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ChangeClass } from '../../../../compiler/diff/classes/change-class';
import { ROOT } from '../../../spec';
import { between, compiled, type Edit, edited, findingsOf } from './changed-spec';

const SPEC = `
project: p
environment: e
suffix: s
region: us-east-1
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
logRetentionDays: 30
monitoring:
  generatedAlarms: false
  dashboard: false
  notifications:
    subscriptions: { mail: { protocol: email, endpoint: a@example.com, receives: [PAGE] } }
tables:
  t:
    partitionKey: { name: id }
    billingMode: PROVISIONED
    capacity: { read: { autoscaling: { minimum: 5, maximum: 50 } }, write: { units: 9 } }
    indexes:
      by-city: { partitionKey: { name: city }, shardCount: 4 }
  other: { partitionKey: { name: id }, billingMode: PAY_PER_REQUEST }
queues:
  q: { requireTls: false, messageRetentionSeconds: 86400 }
functions:
  f:
    entry: runtime/handler.ts
    memorySizeMegabytes: 512
    timeoutSeconds: 10
    environment:
      TABLE: "{{ tables.t.name }}"
      INDEX: "{{ tables.t.indexes.by-city.name }}"
      SHARDS: "{{ tables.t.indexes.by-city.shards }}"
      LABEL: one
    access: { tables: { t: [GetItem, Query] }, queues: { q: [SendMessage] } }
api:
  name: a
  stage: prod
  authorization: AWS_IAM
  throttle: { rateLimit: 100, burstLimit: 50 }
  usagePlans: {}
  routes:
    list: { method: GET, path: /things, function: f, queryParameters: { from: {}, to: {} } }
    read: { method: GET, path: "/things/{id}", function: f }
alarms:
  m:
    metric: { resource: functions.f, name: Errors, statistic: Sum }
    threshold: 5
    evaluationPeriods: 2
    periodSeconds: 60
    notify: PAGE
  dlq:
    metric: { resource: queues.q, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }
    threshold: 1
    notify: PAGE
`;

/** Edits that have a class, with a part of the reason and its path; and edits that do not have the class. */
interface Rows {
  readonly has: Readonly<Record<string, { edits: readonly Edit[]; path: string; reason: RegExp }>>;
  readonly hasNot: Readonly<Record<string, readonly Edit[]>>;
}

const THRESHOLD: Edit = ['threshold: 5', 'threshold: 6'];

const TABLE: Readonly<Partial<Record<ChangeClass, Rows>>> = {
  'capacity dip': {
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
      'another alarm threshold': [THRESHOLD],
    },
  },
  'alarm gap': {
    has: {
      'a removed alarm': {
        edits: [
          [
            '  dlq:\n    metric: { resource: queues.q, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }\n    threshold: 1\n    notify: PAGE\n',
            '',
          ],
        ],
        path: 'alarms.dlq',
        reason: /is removed/,
      },
      'a renamed alarm': {
        edits: [['alarms:\n  m:', 'alarms:\n  n:']],
        path: 'alarms.m',
        reason: /m-alarm is removed/,
      },
      'a muted alarm': {
        edits: [['periodSeconds: 60\n    notify: PAGE', 'periodSeconds: 60\n    notify: NONE']],
        path: 'alarms.m.notify',
        reason: /is muted/,
      },
      'a higher threshold': { edits: [THRESHOLD], path: 'alarms.m.threshold', reason: /fires at 6 instead of 5/ },
      'more periods': {
        edits: [['evaluationPeriods: 2', 'evaluationPeriods: 3']],
        path: 'alarms.m.evaluationPeriods',
        reason: /180 s instead of 120 s/,
      },
      'another metric': {
        edits: [['name: Errors', 'name: Throttles']],
        path: 'alarms.m.metric.name',
        reason: /evaluates different metrics or alarms/,
      },
      'another endpoint': {
        edits: [['a@example.com', 'b@example.com']],
        path: 'monitoring.notifications.subscriptions.mail.endpoint',
        reason: /TopicSubscription .* is removed/,
      },
      'another physical name': {
        edits: [['suffix: s', 'suffix: s\nnaming: { pattern: "x-{{ name }}" }']],
        path: 'alarms.m',
        reason: /is recreated/,
      },
    },
    hasNot: {
      'a lower threshold': [['threshold: 5', 'threshold: 4']],
      'fewer periods': [['evaluationPeriods: 2', 'evaluationPeriods: 1']],
      'a queue removed with its alarm': [
        [
          '  dlq:\n    metric: { resource: queues.q, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }\n    threshold: 1\n    notify: PAGE\n',
          '',
        ],
        ['queues:\n  q: { requireTls: false, messageRetentionSeconds: 86400 }\n', ''],
        [', queues: { q: [SendMessage] }', ''],
      ],
      'an added alarm': [
        [
          'alarms:\n',
          'alarms:\n  more:\n    metric: { resource: functions.f, name: Throttles, statistic: Sum }\n    threshold: 1\n    notify: PAGE\n',
        ],
      ],
      'another rate': [['rateLimit: 100', 'rateLimit: 99']],
    },
  },
  'access change': {
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
  },
  weaker: {
    has: {
      'a shorter retention of logs': {
        edits: [['logRetentionDays: 30', 'logRetentionDays: 14']],
        path: 'logRetentionDays',
        reason: /30 becomes 14/,
      },
      'a shorter retention of messages': {
        edits: [['messageRetentionSeconds: 86400', 'messageRetentionSeconds: 3600']],
        path: 'queues.q.messageRetentionSeconds',
        reason: /86400 becomes 3600/,
      },
      'data without protection': {
        edits: [['region:', 'protect: false\nregion:']],
        path: 'protect',
        reason: /true becomes false/,
      },
    },
    hasNot: {
      'a longer retention of logs': [['logRetentionDays: 30', 'logRetentionDays: 60']],
      'a queue that requires TLS': [['requireTls: false', 'requireTls: true']],
      'more memory': [['memorySizeMegabytes: 512', 'memorySizeMegabytes: 1024']],
    },
  },
  'contract break': {
    has: {
      'a removed route': {
        edits: [['    read: { method: GET, path: "/things/{id}", function: f }\n', '']],
        path: 'api.routes.read',
        reason: /GET \/things\/\{id\}: the route is removed/,
      },
      'another path of a route': {
        edits: [['path: /things,', 'path: /items,']],
        path: 'api.routes.list',
        reason: /GET \/things: the route is removed/,
      },
      'another method of a route': {
        edits: [['list: { method: GET', 'list: { method: PUT']],
        path: 'api.routes.list',
        reason: /GET \/things: the route is removed/,
      },
      'a removed parameter': {
        edits: [['{ from: {}, to: {} }', '{ from: {} }']],
        path: 'api.routes.list',
        reason: /parameter "to" \(query\) is removed/,
      },
      'a parameter that becomes required': {
        edits: [['{ from: {}, to: {} }', '{ from: {}, to: { required: true } }']],
        path: 'api.routes.list',
        reason: /parameter "to" \(query\) becomes required/,
      },
      'another authorization of a route': {
        edits: [
          ['list: {', 'list: { authorization: COGNITO_USER_POOLS,'],
          [
            'stage: prod',
            `stage: prod\n  cognito: { userPoolArns: ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Ab1"] }`,
          ],
        ],
        path: 'api.routes.list',
        reason: /callers must also provide bearer/,
      },
    },
    hasNot: {
      'an added route': [['  routes:\n', '  routes:\n    more: { method: GET, path: /more, function: f }\n']],
      'a route with another name in the spec': [['    read: {', '    show: {']],
      'a renamed path parameter': [['/things/{id}', '/things/{thing}']],
      'an added parameter': [['{ from: {}, to: {} }', '{ from: {}, to: {}, limit: {} }']],
      'another rate': [['rateLimit: 100', 'rateLimit: 99']],
    },
  },
  'data hidden': {
    has: {
      'a removed index': {
        edits: [
          ['    indexes:\n      by-city: { partitionKey: { name: city }, shardCount: 4 }\n', ''],
          [
            '      INDEX: "{{ tables.t.indexes.by-city.name }}"\n      SHARDS: "{{ tables.t.indexes.by-city.shards }}"\n',
            '',
          ],
        ],
        path: 'tables.t.indexes.by-city',
        reason: /index "by-city" is removed/,
      },
      'another key of an index': {
        edits: [['{ name: city }', '{ name: country }']],
        path: 'tables.t.indexes.by-city',
        reason: /rebuilt/,
      },
      'a function that reads another table': {
        edits: [
          ['{{ tables.t.name }}', '{{ tables.other.name }}'],
          ['tables: { t: [GetItem, Query] }', 'tables: { t: [Query], other: [GetItem] }'],
        ],
        path: 'functions.f.environment.TABLE',
        reason: /TABLE of f no longer refers to tables\.t/,
      },
      'fewer shards for a function that the user wrote': {
        edits: [['shardCount: 4', 'shardCount: 1']],
        path: 'functions.f.environment.SHARDS',
        reason: /SHARDS of f decreases/,
      },
      'items that expire': {
        edits: [['    billingMode: PROVISIONED', '    timeToLiveAttribute: expires\n    billingMode: PROVISIONED']],
        path: 'tables.t.timeToLiveAttribute',
        reason: /"expires" is in the past are deleted/,
      },
    },
    hasNot: {
      'an added index': [['    indexes:\n', '    indexes:\n      by-street: { partitionKey: { name: street } }\n']],
      'more shards': [['shardCount: 4', 'shardCount: 5']],
      'fewer shards for the payment handler, which records the highest number': [
        ['shardCount: 4', 'shardCount: 1'],
        ['      LABEL: one', '      PAYMENT_CURRENCIES: USD=2'],
      ],
      'a changed variable without the name of a table or queue': [['LABEL: one', 'LABEL: two']],
    },
  },
  unreachable: {
    has: {
      'another stage': {
        edits: [['stage: prod', 'stage: live']],
        path: 'api.stage',
        reason: /the stage, which is part of the URL, is (replaced|deleted)/,
      },
      'a removed API': {
        edits: [[SPEC.slice(SPEC.indexOf('api:\n'), SPEC.indexOf('alarms:\n')), '']],
        path: 'api',
        reason: /the URL of API Gateway is deleted/,
      },
      'a private API': {
        edits: [['stage: prod', 'stage: prod\n  endpointType: PRIVATE\n  vpcEndpointIds: [vpce-0123456789abcdef0]']],
        path: 'api.endpointType',
        reason: /moves from REGIONAL to PRIVATE/,
      },
      'a custom domain that disables the default URL': {
        edits: [['stage: prod', `stage: prod\n  domain: ${domain()}`]],
        path: 'api.domain.disableExecuteApiEndpoint',
        reason: /default URL is disabled/,
      },
      'a removed custom domain': {
        edits: [],
        path: 'api.domain',
        reason: /the custom domain is deleted/,
      },
      'a removed encryption key of a table that stays': {
        edits: [],
        path: 'encryption.key',
        reason: /scheduled for deletion/,
      },
    },
    hasNot: {
      'another rate': [['rateLimit: 100', 'rateLimit: 99']],
      'an added route': [['  routes:\n', '  routes:\n    more: { method: GET, path: /more, function: f }\n']],
      'an added custom domain': [['stage: prod', `stage: prod\n  domain: ${domain('false')}`]],
    },
  },
};

function domain(disablesOther = 'true'): string {
  return (
    '{ name: pay.example.com, certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000", disableExecuteApiEndpoint: ' +
    disablesOther +
    ' }'
  );
}

/** Rows that edit another spec. */
const FIRST: Readonly<Record<string, { first: Edit; second: Edit }>> = {
  'a removed custom domain': {
    first: ['stage: prod', `stage: prod\n  domain: ${domain()}`],
    second: [`\n  domain: ${domain()}`, ''],
  },
  'a removed encryption key of a table that stays': {
    first: ['SERVICE_OWNED', 'CUSTOMER_MANAGED'],
    second: ['CUSTOMER_MANAGED', 'SERVICE_OWNED'],
  },
};

describe('the classes of change', () => {
  for (const [changeClass, { has, hasNot }] of Object.entries(TABLE)) {
    describe(changeClass, () => {
      for (const [what, { edits, path, reason }] of Object.entries(has)) {
        it(`includes ${what}`, () => {
          const other = FIRST[what];
          const found = other ? findingsOf(SPEC.replace(...other.first), other.second) : findingsOf(SPEC, ...edits);
          const shown = found.map((finding) => `${finding.class}: ${finding.path}: ${finding.reason}`).join('\n');
          const [match] = found.filter(
            (finding) => finding.class === changeClass && finding.path === path && reason.test(finding.reason),
          );
          expect(match, shown).to.be.an('object');
          expect(match?.place).to.match(/^s\.yaml:\d+:\d+$/);
        });
      }
      for (const [what, edits] of Object.entries(hasNot)) {
        it(`excludes ${what}`, () => {
          const found = findingsOf(SPEC, ...edits).filter((finding) => finding.class === changeClass);
          expect(found).to.deep.equal([]);
        });
      }
    });
  }

  describe('of the payment API', () => {
    const text = readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8');
    const withPayment = (payment: string) =>
      compiled(
        'spec/pr1234.yaml',
        edited(text, [['environment: Production', `environment: Production\npayment: ${payment}`]]),
      );
    const rows: Record<string, [before: string, after: string, path: string, reason: RegExp]> = {
      'a removed currency': [
        '{ currencies: [USD, EUR] }',
        '{ currencies: [USD] }',
        'payment.currencies',
        /POST \/payments: field "currency" no longer accepts "EUR"/,
      ],
      'a lower maximum': [
        '{ limits: { USD: { maximum: "100" } } }',
        '{ limits: { USD: { maximum: "99.5" } } }',
        'payment.limits.USD.maximum',
        /USD above 99\.5 is rejected/,
      ],
      'a minimum': [
        '{}',
        '{ limits: { USD: { minimum: "0.50" } } }',
        'payment.limits.USD.minimum',
        /USD below 0\.50 is rejected/,
      ],
      'refusing unknown members': [
        '{}',
        '{ unknownMembers: REFUSE }',
        'payment.unknownMembers',
        /the body no longer accepts unknown fields/,
      ],
      'ignoring unknown members instead of keeping them': [
        '{ unknownMembers: KEEP }',
        '{ unknownMembers: IGNORE }',
        'payment.unknownMembers',
        /no longer kept/,
      ],
      'requiring an Idempotency-Key': [
        '{}',
        '{ idempotency: REQUIRED }',
        'payment.idempotency',
        /without an Idempotency-Key/,
      ],
    };
    for (const [what, [before, after, path, reason]] of Object.entries(rows)) {
      it(`include a contract break for ${what}, and not for the reverse edit`, () => {
        const breaks = (from: string, to: string) =>
          between(withPayment(from), withPayment(to)).filter((finding) => finding.class === 'contract break');
        const [found] = breaks(before, after);
        expect(found?.path).to.equal(path);
        expect(found?.reason).to.match(reason);
        expect(breaks(after, before)).to.deep.equal([]);
      });
    }
  });

  it('exclude unreachable if the default URL was already disabled', () => {
    const text = SPEC.replace('stage: prod', `stage: prod\n  domain: ${domain()}`);
    const found = findingsOf(text, ['rateLimit: 100', 'rateLimit: 99']);
    expect(found.map((finding) => finding.class)).to.deep.equal(['capacity dip']);
  });

  it('are empty for identical specs', () => {
    for (const name of ['development', 'pr', 'pr1234', 'production']) {
      const path = `spec/${name}.yaml`;
      const spec = compiled(path, readFileSync(join(ROOT, path), 'utf8'));
      expect(between(spec, spec)).to.deep.equal([]);
    }
  });
});
