// Least privilege: each policy statement names its actions and resources, and functions get only the access of the spec.

import { expect } from 'chai';
import type { AnyResourceNode, ResourceGraph } from '../../../../compiler/graph/graph';
import type { Value } from '../../../../compiler/graph/value';
import { type Settled, settle } from '../../../settle';
import { compileProject, ENVIRONMENTS, graphOf } from '../../../spec';

type Statement = { readonly [element: string]: Settled };

const SPECS = [...ENVIRONMENTS, 'test/golden/everything/spec.yaml'];

/** The statements of all policies of a resource, including its trust policy. */
function statementsOf(graph: ResourceGraph, { inputs }: AnyResourceNode): Statement[] {
  const find = (value: Settled): Statement[] => {
    if (typeof value !== 'object') return [];
    if (Array.isArray(value)) return value.flatMap(find);
    if (Array.isArray(value.Statement)) return value.Statement as Statement[];
    return Object.values(value).flatMap(find);
  };
  return find(settle(graph, inputs as Value));
}

/** Statements that allow without a principal or resource. */
function wildcards(graph: ResourceGraph): string[] {
  return graph.resources.flatMap((node) =>
    statementsOf(graph, node).flatMap((statement) => {
      const [actions, resources] = [statement.Action, statement.Resource ?? []].map((value) => [value].flat());
      const found = [
        ...(actions ?? []).filter((action) => String(action).includes('*')),
        ...(resources ?? []).filter((resource) => resource === '*').map(() => `${String(actions)} on *`),
        ...(JSON.stringify(statement.Principal ?? '').includes('"*"') ? ['anybody'] : []),
      ];
      return statement.Effect === 'Allow' ? found.map((what) => `${node.name}: ${what}`) : [];
    }),
  );
}

/** Each action with each of its resources, once. */
function eachPermission(statements: readonly (readonly Settled[])[]): string[] {
  const pairs = statements.flatMap(([actions = [], resources = []]) =>
    [actions].flat().flatMap((action) => [resources].flat().map((resource) => `${action} on ${resource}`)),
  );
  return [...new Set(pairs)].sort();
}

/** The permissions of policies. */
function permissionsOf(graph: ResourceGraph, policies: readonly AnyResourceNode[]): string[] {
  const statements = policies.flatMap((policy) => statementsOf(graph, policy));
  return eachPermission(statements.map(({ Action = [], Resource = [] }) => [Action, Resource]));
}

/** The access to the stream of a table. */
const ofStream = (table: string): Settled[][] => [
  [['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [`<${table}.streamArn>`]],
  [['dynamodb:ListStreams'], [`<${table}.arn>/stream/*`]],
];

/** The access of a function that rotates a secret (AWS Secrets Manager User Guide, "Lambda rotation function execution role permissions"). */
const ROTATION = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map(
  (action) => `secretsmanager:${action}`,
);

/** Actions for which AWS accepts no resource, and statements of key policies. */
const ALLOWED = [
  /: xray:PutTraceSegments,xray:PutTelemetryRecords on \*$/,
  // In a key policy, `*` is the key itself.
  /^data-key: kms:\* on \*$/,
  /^data-key: kms:\*$/,
  /^data-key: kms:Encrypt,.* on \*$/,
  /^data-key: kms:Decrypt,kms:GenerateDataKey on \*$/,
  // IAM does not have principals for callers with a token or an API key. The same policy denies all other networks.
  /^api-policy: anybody$/,
];

describe('least privilege', () => {
  for (const spec of SPECS) {
    it(`allows only X-Ray's wildcard in ${spec}`, () => {
      const found = wildcards(graphOf(spec));
      expect(found.filter((wildcard) => !ALLOWED.some((allowed) => allowed.test(wildcard)))).to.deep.equal([]);
    });

    it(`gives each function of ${spec} only the access of the spec`, () => {
      const { graph, resolved } = compileProject(spec);
      if (graph === undefined || resolved === undefined) throw new Error(`${spec} is not valid`);
      const { functions, tracing, tables, encryption, secrets, region } = resolved.environment;
      for (const [name, { access, environment, triggers }] of Object.entries(functions)) {
        const policies = graph.resources.filter(({ name: policy }) => policy.startsWith(`lambda-role-${name}-`));
        const indexes = (table: string, actions: readonly string[]) =>
          actions.includes('Query') || actions.includes('Scan') ? Object.keys(tables[table]?.indexes ?? {}) : [];
        const uses = [access.tables, access.queues, environment].some((part) => Object.keys(part).length > 0);
        const sources = Object.values(triggers);
        const reads = sources.some(({ table, queue }) => table !== undefined || queue !== undefined);
        const sends =
          Object.values(access.queues).some((actions) => actions.includes('SendMessage')) ||
          sources.some(({ onFailure }) => onFailure !== undefined);
        const expected: Settled[][] = [
          [['logs:CreateLogStream', 'logs:PutLogEvents'], [`<${name}-logs.arn>:*`]],
          ...Object.entries(access.tables).map(([table, actions]) => [
            actions.map((action) => `dynamodb:${action}`),
            [`<${table}.arn>`, ...indexes(table, actions).map((index) => `<${table}.arn>/index/${index}`)],
          ]),
          ...Object.entries(access.queues).map(([queue, actions]) => [
            actions.map((action) => `sqs:${action}`),
            [`<${queue}.arn>`],
          ]),
          ...sources.flatMap(({ table, queue, onFailure }) => [
            ...(table === undefined ? [] : ofStream(table)),
            ...(queue === undefined
              ? []
              : [[['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [`<${queue}.arn>`]]]),
            ...(onFailure === undefined ? [] : [[['sqs:SendMessage'], [`<${onFailure}.arn>`]]]),
          ]),
          ...(encryption.key === 'CUSTOMER_MANAGED' && (uses || reads)
            ? [[['kms:Decrypt', ...(sends ? ['kms:GenerateDataKey'] : [])], ['<data-key.arn>']]]
            : []),
          ...access.secrets.flatMap((secret) => {
            const { secretsManager, parameter, kmsKeyArn } = secrets[secret] ?? {};
            return [
              secretsManager === undefined
                ? [['ssm:GetParameter'], [`arn:aws:ssm:${region}:<account>:parameter${parameter}`]]
                : [
                    ['secretsmanager:GetSecretValue'],
                    [`arn:aws:secretsmanager:${region}:<account>:secret:${secretsManager}-??????`],
                  ],
              ...(kmsKeyArn === undefined ? [] : [[['kms:Decrypt'], [kmsKeyArn]]]),
            ];
          }),
          ...Object.values(secrets)
            .filter(({ rotation }) => rotation?.function === name)
            .map(({ secretsManager = '' }) => [ROTATION, [secretsManager]]),
          ...(tracing ? [[['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']]] : []),
        ];
        expect(permissionsOf(graph, policies)).to.deep.equal(eachPermission(expected));
      }
    });

    it(`limits the functions of ${spec} by a boundary that is exactly their access`, () => {
      const graph = graphOf(spec);
      const boundary = graph.resources.find(({ name }) => name === 'permissions-boundary');
      const policies = graph.resources.filter(
        ({ name }) => name.startsWith('lambda-role-') && name.endsWith('-policy'),
      );
      if (boundary !== undefined)
        expect(permissionsOf(graph, [boundary])).to.deep.equal(permissionsOf(graph, policies));
    });
  }

  it('is violated by statements for any resource or any principal', () => {
    const graph = graphOf('spec/pr1234.yaml');
    const wide = (policy: object): ResourceGraph => ({
      ...graph,
      resources: [{ ...graph.resources[0], name: 'wide', inputs: { policy } } as unknown as AnyResourceNode],
    });
    const statement = { Effect: 'Allow', Action: ['sqs:*'], Resource: '*', Principal: { AWS: '*' } };
    expect(wildcards(wide({ Statement: [statement] }))).to.deep.equal([
      'wide: sqs:*',
      'wide: sqs:* on *',
      'wide: anybody',
    ]);
    expect(wildcards(wide({ Statement: [{ ...statement, Effect: 'Deny' }] }))).to.deep.equal([]);
  });

  const boundaries: Record<string, { says: string; roles: Record<string, string | undefined> }> = {
    'a generated boundary limits functions': {
      says: 'GENERATED',
      roles: { 'lambda-role-payment-processor': '<permissions-boundary.arn>', 'backup-role': undefined },
    },
    'a named boundary limits all roles': {
      says: 'arn:aws:iam::123456789012:policy/b',
      roles: {
        'lambda-role-payment-processor': 'arn:aws:iam::123456789012:policy/b',
        'backup-role': 'arn:aws:iam::123456789012:policy/b',
      },
    },
    'NONE does not limit roles': {
      says: 'NONE',
      roles: { 'lambda-role-payment-processor': undefined, 'backup-role': undefined },
    },
  };
  for (const [what, { says, roles }] of Object.entries(boundaries)) {
    it(`uses a permissions boundary: ${what}`, () => {
      const graph = graphOf('s.yaml', { 's.yaml': `extends: spec/production.yaml\npermissionsBoundary: ${says}\n` });
      const found = Object.keys(roles).map((name) => {
        const role = graph.resources.find((node) => node.name === name);
        const { permissionsBoundary } = settle(graph, role?.inputs as Value) as { permissionsBoundary?: string };
        return [name, permissionsBoundary];
      });
      expect(Object.fromEntries(found)).to.deep.equal(roles);
    });
  }
});
