// What the compiled graph promises: edits show where they should and nowhere else, and new parts are YAML alone.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec, readFrom } from '../../compiler/index';
import { currencyExponent } from '../../compiler/resolve/currencies';
import { ENVIRONMENT_VARIABLES } from '../../runtime/configuration';
import { compileProject, graphOf, ROOT, SURROUNDINGS } from '../spec';

const PR1234 = readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8');
const SYSTEM = readFileSync(join(ROOT, 'spec/system.yaml'), 'utf8');
const before = graphOf('spec/pr1234.yaml');

/** pr1234 with a text in it replaced. */
function edited(from: string, to: string) {
  expect(PR1234 + SYSTEM).to.include(from);
  return graphOf('spec/pr1234.yaml', {
    'spec/pr1234.yaml': PR1234.replace(from, to),
    'spec/system.yaml': SYSTEM.replace(from, to),
  });
}

/** pr1234 with more YAML on top of it. */
function extended(...lines: string[]) {
  return graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: pr1234.yaml', ...lines].join('\n') });
}

/** The properties in which two graphs differ, as `name property: before -> after`; places in the spec aside. */
function differences(left: object, right: object, path = ''): string[] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => key !== 'origin');
  return keys.flatMap((key) => {
    const [a, b] = [left, right].map((side) => (side as Record<string, unknown>)[key]);
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) return differences(a, b, here);
    return a === b ? [] : [`${here}: ${JSON.stringify(a)} -> ${JSON.stringify(b)}`];
  });
}

function byId({ resources, ...graph }: typeof before) {
  return { ...graph, ...Object.fromEntries(resources.map((node) => [node.name, node])) };
}

function find(graph: typeof before, name: string) {
  const node = graph.resources.find((resource) => resource.name === name);
  expect(node, name).to.not.equal(undefined);
  return node as unknown as { inputs: Record<string, unknown>; ignoreChanges: string[]; dependsOn: string[] };
}

const triggerOf = (graph: typeof before) => JSON.stringify(find(graph, 'api-deployment').inputs.triggers);

describe('an edit of pr1234.yaml', () => {
  it('of the throttle changes the throttle and nothing else', () => {
    const after = edited('rateLimit: 1000', 'rateLimit: 900');
    expect(differences(byId(before), byId(after))).to.deep.equal([
      'api-method-settings.inputs.settings.throttlingRateLimit: 1000 -> 900',
    ]);
  });

  it('of a tag changes that tag of each resource that has tags, and does not deploy the API anew', () => {
    const after = edited('ManagedBy: Pulumi', 'ManagedBy: Us');
    const changed = differences(byId(before), byId(after));
    expect(changed).to.have.length(11);
    for (const change of changed) expect(change).to.match(/\.inputs\.tags\.ManagedBy: "Pulumi" -> "Us"$/);
  });

  it('of the log retention changes the log group alone', () => {
    const after = edited('logRetentionDays: 7', 'logRetentionDays: 14');
    expect(differences(byId(before), byId(after))).to.deep.equal([
      'payment-processor-logs.inputs.retentionInDays: 7 -> 14',
    ]);
  });
});

describe('the deployment of the API', () => {
  const rows: Record<string, [string, string]> = {
    'a new path': [
      'path: /payments\n      function: payment-processor\n      queryParameters',
      'path: /all\n      function: payment-processor\n      queryParameters',
    ],
    'an authorization': ['authorization: NONE', 'authorization: AWS_IAM'],
    'a query parameter': ['queryParameters: { status: {}, ', 'queryParameters: { '],
    'a body that is validated no more': ['validateBody: true', 'validateBody: false'],
  };
  for (const [what, [from, to]] of Object.entries(rows)) {
    it(`is made anew for ${what}`, () => expect(triggerOf(edited(from, to))).to.not.equal(triggerOf(before)));
  }

  it('is made anew for a removed route', () => {
    expect(triggerOf(extended('api: { routes: { get-payment: null } }'))).to.not.equal(triggerOf(before));
  });

  it('stays where a default is written out, or keys change their order', () => {
    expect(triggerOf(edited('stage: prod', 'endpointType: REGIONAL\n  stage: prod'))).to.equal(triggerOf(before));
    const first = 'method: POST\n      path: /payments';
    expect(triggerOf(edited(first, 'path: /payments\n      method: POST'))).to.equal(triggerOf(before));
  });

  it('waits for all that it is a snapshot of', () => {
    const parts = before.resources
      .filter(({ kind }) => /apigateway\/(resource|method|integration|model|requestValidator|response):/.test(kind))
      .map(({ id }) => id)
      .sort();
    expect(find(before, 'api-deployment').dependsOn).to.deep.equal(parts);
  });
});

describe('a part that is added in YAML alone', () => {
  const rows: Record<string, { yaml: string[]; adds: string[] }> = {
    'a table': { yaml: ['tables: { refunds: { partitionKey: { name: id } } }'], adds: ['refunds'] },
    'a queue': { yaml: ['queues: { notifications: {} }'], adds: ['notifications', 'notifications-policy'] },
    'a function': {
      yaml: ['functions: { reporter: { entry: runtime/handler.ts, access: { tables: { payments: [Query] } } } }'],
      adds: [
        'lambda-role-reporter',
        'lambda-role-reporter-cloudwatch-policy',
        'lambda-role-reporter-dynamodb-policy',
        'lambda-role-reporter-xray-policy',
        'reporter',
        'reporter-logs',
      ],
    },
    'a route': {
      yaml: [
        'api: { routes: { capture-payment: { method: POST, path: "/payments/{id}/capture", function: payment-processor } } }',
      ],
      adds: [
        '/payments/{}/capture',
        'POST /payments/{}/capture',
        'POST /payments/{}/capture integration',
        'api-gateway-lambda-permission-POST-payments-_-capture',
      ],
    },
    'an alarm': {
      yaml: [
        'alarms: { dead-letters: { metric: { resource: queues.payment-processor-dlq, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }, threshold: 0 } }',
      ],
      adds: ['dead-letters-alarm'],
    },
    'web pages that may call': {
      yaml: ['api: { cors: { origins: ["https://shop.example"] } }'],
      adds: ['payments', 'payments-_', 'payments-_-cancel', 'payments-_-refund']
        .map((path) => `api-gateway-lambda-permission-OPTIONS-${path}`)
        .concat(
          ['/payments', '/payments/{}', '/payments/{}/cancel', '/payments/{}/refund'].flatMap((path) => [
            `OPTIONS ${path}`,
            `OPTIONS ${path} integration`,
          ]),
        )
        .sort(),
    },
    'a required query parameter': {
      yaml: ['api: { routes: { get-payments: { queryParameters: { status: { required: true } } } } }'],
      adds: ['api-parameter-validator'],
    },
  };
  for (const [part, { yaml, adds }] of Object.entries(rows)) {
    it(`${part} adds its resources and keeps all others`, () => {
      const names = (graph: typeof before) => graph.resources.map(({ name }) => name);
      const after = extended(...yaml);
      expect(
        names(after)
          .filter((name) => !names(before).includes(name))
          .sort(),
      ).to.deep.equal(adds);
      expect(names(before).filter((name) => !names(after).includes(name))).to.deep.equal([]);
    });
  }

  it('a table that a function may read shows in its policy', () => {
    const graph = extended(
      'tables: { refunds: { partitionKey: { name: id }, indexes: { by-day: { partitionKey: { name: day } } } } }',
      'functions: { payment-processor: { access: { tables: { refunds: [GetItem] } } } }',
    );
    const policy = JSON.stringify(find(graph, 'lambda-role-payment-processor-dynamodb-policy').inputs.policy);
    expect(policy).to.include(
      '"Action":["dynamodb:GetItem"],"Resource":[{"$":"reference","node":"aws:dynamodb/table:Table::refunds","attribute":"arn"}]',
    );
  });
});

describe('capacity', () => {
  const ignored = (graph: typeof before) => find(graph, 'payments').ignoreChanges;

  it('of the table is left alone on update where it is autoscaled; that of indexes follows the deployed stack', () => {
    expect(ignored(before)).to.deep.equal(['readCapacity', 'writeCapacity']);
  });

  it('is set on update where it is fixed', () => {
    const fixed = 'capacity: { read: { units: 5, autoscaling: null }, write: { units: 5, autoscaling: null } }';
    expect(ignored(extended(`tables: { payments: { ${fixed} } }`))).to.deep.equal([]);
    expect(ignored(graphOf('spec/development.yaml'))).to.deep.equal([]);
  });

  it('is left alone in just the direction that is autoscaled', () => {
    const fixed = 'capacity: { read: { units: 5, autoscaling: null } }';
    expect(ignored(extended(`tables: { payments: { ${fixed} } }`))).to.deep.equal(['writeCapacity']);
  });
});

describe('a function', () => {
  it('waits for its log group and its policies', () => {
    expect(find(before, 'payment-processor').dependsOn).to.deep.equal([
      'aws:cloudwatch/logGroup:LogGroup::payment-processor-logs',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-cloudwatch-policy',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-dynamodb-policy',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-sqs-policy',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-xray-policy',
    ]);
  });

  it('has its reserved concurrency, and none where the spec has none', () => {
    expect(find(before, 'payment-processor').inputs.reservedConcurrentExecutions).to.equal(100);
    const without = extended(
      'functions: { payment-processor: { reservedConcurrency: null } }',
      'outputs: { lambda_reserved_concurrency: null }',
    );
    expect(find(without, 'payment-processor').inputs).to.not.have.property('reservedConcurrentExecutions');
  });

  it('has X-Ray in its code, its permission and its setting only where tracing is on', () => {
    const off = edited('tracing: true', 'tracing: false');
    expect(off.resources.map(({ name }) => name)).to.not.include('lambda-role-payment-processor-xray-policy');
    expect(find(off, 'payment-processor').inputs.tracingConfig).to.deep.equal({ mode: 'PassThrough' });
    expect(find(off, 'payment-processor').inputs.code).to.have.property('tracing', false);
    expect(find(off, 'prod').inputs.xrayTracingEnabled).to.equal(false);
    expect(find(before, 'payment-processor').inputs.tracingConfig).to.deep.equal({ mode: 'Active' });
    expect(find(before, 'payment-processor').inputs.code).to.have.property('tracing', true);
  });

  it('is given just the environment variables that its handler reads', () => {
    const { variables } = find(before, 'payment-processor').inputs.environment as { variables: object };
    expect(Object.keys(variables).sort()).to.deep.equal([...ENVIRONMENT_VARIABLES].sort());
  });
});

describe("the account's logging role", () => {
  const kinds = (graph: typeof before) => graph.resources.map(({ kind }) => kind as string);

  it('is owned by the environment that says so, and by no other', () => {
    expect(kinds(before)).to.not.include('aws:apigateway/account:Account');
    expect(kinds(graphOf('spec/production.yaml'))).to.include('aws:apigateway/account:Account');
  });

  it('is there before the stage that logs with it', () => {
    expect(find(graphOf('spec/production.yaml'), 'prod').dependsOn).to.include(
      'aws:apigateway/account:Account::api-account',
    );
  });
});

describe('compiling', () => {
  it('gives the same text each time, with no path of this machine in it', () => {
    const text = JSON.stringify(before);
    expect(JSON.stringify(graphOf('spec/pr1234.yaml'))).to.equal(text);
    expect(text).to.not.include(ROOT);
  });

  it('reads process variables, and their defaults where there are none or empty ones', () => {
    expect(before.provider.defaultTags).to.deep.equal({ Repository: 'unknown', Author: 'unknown' });
    const { graph } = compileSpec('spec/pr1234.yaml', readFrom(ROOT), {
      ...SURROUNDINGS,
      variables: { REPOSITORY: 'org/payment', COMMIT_AUTHOR: '' },
    });
    expect(graph?.provider.defaultTags).to.deep.equal({ Repository: 'org/payment', Author: 'unknown' });
  });

  it('collects the mistakes of a phase, sorted by place', () => {
    const { graph, diagnostics } = compileProject('spec/bad.yaml', {
      'spec/bad.yaml': 'extends: pr1234.yaml\nlogRetentionDays: 8\ntracing: maybe\nqueue: {}\n',
    });
    expect(graph).to.equal(undefined);
    expect(diagnostics.map(({ slug }) => slug)).to.deep.equal(['not-in-list', 'wrong-type', 'unknown-field']);
  });
});

describe('the exponents of ISO 4217', () => {
  const rows: Record<string, number | undefined> = {
    USD: 2,
    JPY: 0,
    HUF: 2,
    IDR: 2,
    COP: 2,
    IQD: 3,
    KWD: 3,
    CLF: 4,
    ISK: 0,
    XAF: 0,
    XAU: undefined,
    XXX: undefined,
    ABC: undefined,
  };
  for (const [currency, exponent] of Object.entries(rows)) {
    it(`${currency} has ${exponent ?? 'none'}`, () => expect(currencyExponent(currency)).to.equal(exponent));
  }
});
