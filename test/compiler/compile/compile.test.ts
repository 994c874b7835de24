// Properties of the compiled graph: an edit changes only dependent resources, and new parts need only YAML.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../compiler/compile/compile';
import { readFrom } from '../../../compiler/host/files';
import { currencyExponent } from '../../../compiler/language/resolve/currencies';
import { SETTINGS } from '../../../contract/settings';
import { compileProject, graphOf, ROOT, SURROUNDINGS } from '../../spec';

const PR1234 = readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8');
const SYSTEM = readFileSync(join(ROOT, 'spec/system.yaml'), 'utf8');
const before = graphOf('spec/pr1234.yaml');

/** pr1234 with a replaced text. */
function edited(from: string, to: string) {
  expect(PR1234 + SYSTEM).to.include(from);
  return graphOf('spec/pr1234.yaml', {
    'spec/pr1234.yaml': PR1234.replace(from, to),
    'spec/system.yaml': SYSTEM.replace(from, to),
  });
}

/** pr1234 extended with YAML. */
function extended(...lines: string[]) {
  return graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: pr1234.yaml', ...lines].join('\n') });
}

/** The different properties of two graphs, as `name property: before -> after`, without spec locations. */
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

  it('of a tag changes the tag of each resource with tags, and does not redeploy the API', () => {
    const after = edited('ManagedBy: Pulumi', 'ManagedBy: Us');
    const changed = differences(byId(before), byId(after));
    expect(changed).to.have.length(11);
    for (const change of changed) expect(change).to.match(/\.inputs\.tags\.ManagedBy: "Pulumi" -> "Us"$/);
  });

  it('of the log retention changes only the log group', () => {
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
    'disabled validation of bodies': ['validateBody: true', 'validateBody: false'],
  };
  for (const [what, [from, to]] of Object.entries(rows)) {
    it(`is replaced for ${what}`, () => expect(triggerOf(edited(from, to))).to.not.equal(triggerOf(before)));
  }

  it('is replaced for a removed route', () => {
    const route = 'routes: { get-payment: null }';
    expect(triggerOf(extended(`api: { ${route} }`, `traffic: { ${route} }`))).to.not.equal(triggerOf(before));
  });

  it('stays the same if a default becomes explicit, or keys change their order', () => {
    expect(triggerOf(edited('stage: prod', 'endpointType: REGIONAL\n  stage: prod'))).to.equal(triggerOf(before));
    const first = 'method: POST\n      path: /payments';
    expect(triggerOf(edited(first, 'path: /payments\n      method: POST'))).to.equal(triggerOf(before));
  });

  it('depends on all resources of its snapshot', () => {
    const parts = before.resources
      .filter(({ kind }) => /apigateway\/(resource|method|integration|model|requestValidator|response):/.test(kind))
      .map(({ id }) => id)
      .sort();
    expect(find(before, 'api-deployment').dependsOn).to.deep.equal(parts);
  });
});

describe('a part that is added in YAML', () => {
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
    'an allowed origin': {
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

  it('a readable table is in the policy of the function', () => {
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

  it('of an autoscaled table is ignored on update, and that of its indexes follows the deployed stack', () => {
    expect(ignored(before)).to.deep.equal(['readCapacity', 'writeCapacity']);
  });

  it('is set on update if it is fixed', () => {
    const fixed = 'capacity: { read: { units: 5, autoscaling: null }, write: { units: 5, autoscaling: null } }';
    expect(ignored(extended(`tables: { payments: { ${fixed} } }`))).to.deep.equal([]);
    expect(ignored(graphOf('spec/development.yaml'))).to.deep.equal([]);
  });

  it('is ignored only for the autoscaled direction', () => {
    const fixed = 'capacity: { read: { units: 5, autoscaling: null } }';
    expect(ignored(extended(`tables: { payments: { ${fixed} } }`))).to.deep.equal(['writeCapacity']);
  });
});

describe('a function', () => {
  it('depends on its log group and its policies', () => {
    expect(find(before, 'payment-processor').dependsOn).to.deep.equal([
      'aws:cloudwatch/logGroup:LogGroup::payment-processor-logs',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-cloudwatch-policy',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-dynamodb-policy',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-sqs-policy',
      'aws:iam/rolePolicy:RolePolicy::lambda-role-payment-processor-xray-policy',
    ]);
  });

  it('has reserved concurrency only if the spec sets it', () => {
    expect(find(before, 'payment-processor').inputs.reservedConcurrentExecutions).to.equal(100);
    const without = extended(
      'functions: { payment-processor: { reservedConcurrency: null } }',
      'outputs: { lambda_reserved_concurrency: null }',
    );
    expect(find(without, 'payment-processor').inputs).to.not.have.property('reservedConcurrentExecutions');
  });

  it('has X-Ray in its code, permissions and settings only with tracing', () => {
    const off = edited('tracing: true', 'tracing: false');
    expect(off.resources.map(({ name }) => name)).to.not.include('lambda-role-payment-processor-xray-policy');
    expect(find(off, 'payment-processor').inputs.tracingConfig).to.deep.equal({ mode: 'PassThrough' });
    expect(find(off, 'payment-processor').inputs.code).to.have.property('tracing', false);
    expect(find(off, 'prod').inputs.xrayTracingEnabled).to.equal(false);
    expect(find(before, 'payment-processor').inputs.tracingConfig).to.deep.equal({ mode: 'Active' });
    expect(find(before, 'payment-processor').inputs.code).to.have.property('tracing', true);
  });

  it('gets only the environment variables that its handler reads', () => {
    const { variables } = find(before, 'payment-processor').inputs.environment as { variables: object };
    expect(Object.keys(variables).sort()).to.deep.equal([...SETTINGS].sort());
  });
});

describe("the account's logging role", () => {
  const kinds = (graph: typeof before) => graph.resources.map(({ kind }) => kind as string);

  it('is created only by the environment that owns it', () => {
    expect(kinds(before)).to.not.include('aws:apigateway/account:Account');
    expect(kinds(graphOf('spec/production.yaml'))).to.include('aws:apigateway/account:Account');
  });

  it('is created before the stage that uses it', () => {
    expect(find(graphOf('spec/production.yaml'), 'prod').dependsOn).to.include(
      'aws:apigateway/account:Account::api-account',
    );
  });
});

describe('compiling', () => {
  it('is reproducible, without local paths in the result', () => {
    const text = JSON.stringify(before);
    expect(JSON.stringify(graphOf('spec/pr1234.yaml'))).to.equal(text);
    expect(text).to.not.include(ROOT);
  });

  it('reads process variables, and uses defaults for missing and empty variables', () => {
    expect(before.provider.defaultTags).to.deep.equal({ Repository: 'unknown', Author: 'unknown' });
    const { graph } = compileSpec('spec/pr1234.yaml', readFrom(ROOT), {
      ...SURROUNDINGS,
      variables: { REPOSITORY: 'org/payment', COMMIT_AUTHOR: '' },
    });
    expect(graph?.provider.defaultTags).to.deep.equal({ Repository: 'org/payment', Author: 'unknown' });
  });

  it('collects the errors of a phase, sorted by location', () => {
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
