// Protection of data: encryption, recovery, backups and expiry.

import { expect } from 'chai';
import { resourcesOf } from '../../../../compiler/graph/graph';
import type { Kind } from '../../../../compiler/graph/kind';
import type { Value } from '../../../../compiler/graph/value';
import { type Settled, settle } from '../../../settle';
import { graphOf } from '../../../spec';

/** Production extended with YAML, and the inputs of its resources by kind. */
function compiled(...lines: string[]) {
  const graph = graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: production.yaml', ...lines].join('\n') });
  const inputs = (kind: Kind) =>
    resourcesOf(graph, kind).map((node) => settle(graph, node.inputs as Value) as { [input: string]: Settled });
  return { graph, inputs };
}

const KEY = '<data-key.arn>';

/** The statements of a policy. */
const statementsOf = (policy: Settled | undefined) =>
  (policy as unknown as { readonly Statement: readonly { [element: string]: Settled }[] }).Statement;

/** Expects a number of equal values. */
function expectEach(values: readonly unknown[], count: number, expected: unknown): void {
  expect(values).to.deep.equal(Array.from({ length: count }, () => expected));
}

describe('the encryption key of data', () => {
  const rows: Record<string, { table: object; queue: object; topic: object; logs: object; function: object }> = {
    CUSTOMER_MANAGED: {
      table: { enabled: true, kmsKeyArn: KEY },
      queue: { kmsMasterKeyId: KEY },
      topic: { kmsMasterKeyId: KEY },
      logs: { kmsKeyId: KEY },
      function: { kmsKeyArn: KEY },
    },
    AWS_MANAGED: {
      table: { enabled: true },
      queue: { kmsMasterKeyId: 'alias/aws/sqs' },
      topic: {},
      logs: {},
      function: {},
    },
    SERVICE_OWNED: {
      table: { enabled: false },
      queue: { sqsManagedSseEnabled: true },
      topic: {},
      logs: {},
      function: {},
    },
  };
  for (const [key, expected] of Object.entries(rows)) {
    it(`is set in each service: ${key}`, () => {
      const { inputs } = compiled(`encryption: { key: ${key} }`);
      const named = (kind: Kind) =>
        inputs(kind).map((all) => Object.fromEntries(Object.entries(all).filter(([name]) => /kms|Sse/.test(name))));
      const tables = inputs('aws:dynamodb/table:Table').map(({ serverSideEncryption }) => serverSideEncryption);
      expectEach(tables, 2, expected.table);
      expectEach(named('aws:sqs/queue:Queue'), 4, expected.queue);
      expectEach(named('aws:sns/topic:Topic'), 2, expected.topic);
      expectEach(named('aws:cloudwatch/logGroup:LogGroup'), 7, expected.logs);
      expectEach(named('aws:lambda/function:Function'), 4, expected.function);
      expectEach(named('aws:scheduler/schedule:Schedule'), 1, expected.function);
    });
  }

  it('is created only if the spec requires it', () => {
    const keysOf = (key: string) => resourcesOf(compiled(`encryption: { key: ${key} }`).graph, 'aws:kms/key:Key');
    expect(Object.keys(rows).map((key) => [key, keysOf(key).length])).to.deep.equal([
      ['CUSTOMER_MANAGED', 1],
      ['AWS_MANAGED', 0],
      ['SERVICE_OWNED', 0],
    ]);
  });

  it('is not created if nothing is stored', () => {
    const graph = graphOf('s.yaml', {
      's.yaml': 'project: p\nenvironment: e\nsuffix: s\nmonitoring: { dashboard: false }\n',
    });
    expect(graph.resources).to.deep.equal([]);
  });

  it('rotates, and can be restored before its deletion', () => {
    const { inputs } = compiled('encryption: { rotationPeriodDays: 90, deletionWindowDays: 7 }');
    const [{ enableKeyRotation, rotationPeriodInDays, deletionWindowInDays } = {}] = inputs('aws:kms/key:Key');
    expect({ enableKeyRotation, rotationPeriodInDays, deletionWindowInDays }).to.deep.equal({
      enableKeyRotation: true,
      rotationPeriodInDays: 90,
      deletionWindowInDays: 7,
    });
  });

  it("allows IAM policies of the account, CloudWatch Logs for the environment's groups, and the account's alarms", () => {
    const { inputs } = compiled();
    const [{ policy } = {}] = inputs('aws:kms/key:Key');
    const groups = [
      '/aws/lambda/payment-*-useast1-Production-live',
      '/aws/apigateway/payment-*-useast1-Production-live',
      'aws-waf-logs-payment-*-useast1-Production-live',
      'API-Gateway-Execution-Logs_<api.id>/prod',
    ];
    const arns = groups.map((name) => `arn:aws:logs:us-east-1:<account>:log-group:${name}`);
    expect(statementsOf(policy).map(({ Principal, Condition }) => ({ Principal, Condition }))).to.deep.equal([
      { Principal: { AWS: 'arn:aws:iam::<account>:root' }, Condition: undefined },
      {
        Principal: { Service: 'logs.us-east-1.amazonaws.com' },
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arns } },
      },
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': '<account>' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:us-east-1:<account>:alarm:*' },
        },
      },
    ]);
  });
});

describe('the policy of a queue and of a topic', () => {
  it('denies requests without TLS', () => {
    const { inputs } = compiled();
    const denied = [...inputs('aws:sqs/queuePolicy:QueuePolicy'), ...inputs('aws:sns/topicPolicy:TopicPolicy')].map(
      ({ policy }) =>
        statementsOf(policy)
          .filter(({ Effect }) => Effect === 'Deny')
          .map(({ Action, Resource, Condition }) => ({ Action, Resource, Condition })),
    );
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    const queues = ['dead-deliveries', 'failed-events', 'payment-processor-dlq', 'webhook-deliveries'];
    expect(denied).to.deep.equal([
      ...queues.map((queue) => [{ Action: 'sqs:*', Resource: `<${queue}.arn>`, Condition }]),
      [{ Action: 'sns:Publish', Resource: '<alarm-notices.arn>', Condition }],
      [{ Action: 'sns:Publish', Resource: '<alarm-pages.arn>', Condition }],
    ]);
  });

  it('is left out for a queue with requireTls: false', () => {
    const { inputs } = compiled('queues: { payment-processor-dlq: { requireTls: false } }');
    const queues = inputs('aws:sqs/queuePolicy:QueuePolicy').map(({ queueUrl }) => queueUrl);
    expect(queues).to.deep.equal(['<dead-deliveries.url>', '<failed-events.url>', '<webhook-deliveries.url>']);
  });
});

describe('a table', () => {
  const rows: Record<string, { yaml: string; property: string; value: unknown }> = {
    'can be restored for the number of days in the spec': {
      yaml: 'recoveryWindowDays: 7',
      property: 'pointInTimeRecovery',
      value: { enabled: true, recoveryPeriodInDays: 7 },
    },
    'cannot be restored if the spec disables it': {
      yaml: 'pointInTimeRecovery: false',
      property: 'pointInTimeRecovery',
      value: { enabled: false },
    },
    'expires items by the attribute in the spec': {
      yaml: 'timeToLiveAttribute: expires_at',
      property: 'ttl',
      value: { enabled: true, attributeName: 'expires_at' },
    },
  };
  for (const [what, { yaml, property, value }] of Object.entries(rows)) {
    it(what, () => {
      const [table] = compiled(`tables: { payments: { ${yaml} } }`).inputs('aws:dynamodb/table:Table');
      expect(table?.[property]).to.deep.equal(value);
    });
  }
});

describe('replicas of a table', () => {
  const key = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd';

  it('have the settings of the table, which has a stream', () => {
    const [table] = compiled(
      'tables:',
      '  payments:',
      '    billingMode: PAY_PER_REQUEST',
      '    capacity: null',
      '    pointInTimeRecovery: false',
      `    replicas: { eu-west-1: { kmsKeyArn: "${key}" } }`,
    ).inputs('aws:dynamodb/table:Table');
    expect(table).to.deep.include({
      streamEnabled: true,
      streamViewType: 'NEW_AND_OLD_IMAGES',
      replicas: [
        {
          regionName: 'eu-west-1',
          kmsKeyArn: key,
          pointInTimeRecovery: false,
          deletionProtectionEnabled: true,
          propagateTags: true,
        },
      ],
    });
  });

  it('exist only if the spec names a Region; without them a table has no stream, unless the spec sets it', () => {
    const [payments, events] = compiled().inputs('aws:dynamodb/table:Table');
    expect(payments).to.not.have.property('replicas');
    expect(payments).to.include({ streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(events).to.not.have.any.keys('replicas', 'streamEnabled', 'streamViewType');
  });
});

describe('backups', () => {
  it('include each table, in an encrypted vault, with the schedule and retention of the spec', () => {
    const { inputs } = compiled(
      'backup: { schedule: cron(0 4 * * ? *), retentionDays: 30 }',
      'tables: { refunds: { partitionKey: { name: id } } }',
    );
    const [{ kmsKeyArn } = {}] = inputs('aws:backup/vault:Vault');
    const [{ rules } = {}] = inputs('aws:backup/plan:Plan');
    const [{ resources, iamRoleArn } = {}] = inputs('aws:backup/selection:Selection');
    expect({ kmsKeyArn, rules, resources, iamRoleArn }).to.deep.equal({
      kmsKeyArn: KEY,
      rules: [
        {
          ruleName: 'tables',
          targetVaultName: 'payment-backup-useast1-Production-live',
          schedule: 'cron(0 4 * * ? *)',
          lifecycle: { deleteAfter: 30 },
        },
      ],
      resources: ['<payment-events.arn>', '<payments.arn>', '<refunds.arn>'],
      iamRoleArn: '<backup-role.arn>',
    });
  });

  it('exist only if the spec configures them', () =>
    expect(compiled('backup: null').inputs('aws:backup/vault:Vault')).to.deep.equal([]));
});
