// Second deployments on the real engine: after each edit, the cloud matches the spec, or the edit is refused before any change.

import { expect } from 'chai';
import type { Kind } from '../../compiler/graph/kind';
import { itInExhaustive } from '../exhaustive';
import { describeOnEngine, type Moment, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/second.yaml';
const TABLE: Kind = 'aws:dynamodb/table:Table';
const UNITS = '{ autoscaling: { minimum: 5, maximum: 50 } }';
const ENHANCED = 'SecurityPolicy_TLS13_1_3_2025_09';
const INDEXES = [
  '      by-city: { partitionKey: { name: city } }\n',
  '      by-date: { partitionKey: { name: date } }\n',
  '      by-user: { partitionKey: { name: user } }\n',
] as const;
const DOMAIN = `  domain: { name: pay.example, certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab", securityPolicy: ${ENHANCED} }\n`;
const REPLICAS = `    replicas: { us-west-2: { kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" } }\n`;
const DEMAND_INDEX = '    indexes: { by-x: { partitionKey: { name: x } } }\n';
const REDRIVEN = 'jobs: { deadLetterQueue: { queue: failed-jobs } }';

const TEXT = `project: payment
environment: Test
suffix: second
region: us-east-1
protect: false
permissionsBoundary: NONE
encryption: { key: CUSTOMER_MANAGED }
backup: { retentionDays: 30 }
tags: { Owner: one }
tables:
  scaled:
    partitionKey: { name: id }
    deletionProtection: false
    billingMode: PROVISIONED
    capacity: { read: ${UNITS}, write: ${UNITS} }
    indexes:
${INDEXES.join('')}  demand:
    partitionKey: { name: id }
    deletionProtection: false
    timeToLiveAttribute: expires_at
${DEMAND_INDEX}  copied:
    partitionKey: { name: id }
    deletionProtection: false
${REPLICAS}queues:
  ${REDRIVEN}
  failed-jobs: { messageRetentionSeconds: 1209600 }
functions: { echo: { entry: runtime/handler.ts } }
api:
  name: shop
  routes: { root: { method: GET, path: /r, function: echo } }
${DOMAIN}monitoring:
  generatedAlarms: false
  dashboard: false
  notifications:
    subscriptions: { desk: { protocol: email, endpoint: desk@bank.example } }
    slack: { workspaceId: T0123ABCD, channelId: C0123ABCD, receives: [PAGE] }
alarms:
  errors: { metric: { resource: functions.echo, name: Errors, statistic: Sum }, threshold: 1, notify: PAGE }
`;

interface Index {
  readonly name: string;
  readonly readCapacity: number;
}

describeOnEngine('on the real engine: second deployments', (engine) => {
  let first: Moment;
  let proved = 0;

  const write = (text: string) => engine().project.write(SPEC, text);
  const edited = (...edits: readonly (readonly [string, string])[]) =>
    edits.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the spec does not contain ${from}`);
      return text.replace(from, to);
    }, TEXT);
  const up = async (...edits: readonly (readonly [string, string])[]) => {
    write(edited(...edits));
    await engine().project.succeed(...UP);
    return engine().cloud.damage;
  };
  const refused = async (...edits: readonly (readonly [string, string])[]) => {
    write(edited(...edits));
    const { code, output } = await engine().project.run(...UP);
    expect(code).to.not.equal(0);
    expect(engine().cloud.operations).to.deep.equal([]);
    return output;
  };
  const ofKind = (kind: Kind) => [...engine().cloud.resources.values()].filter(({ type }) => type === kind);
  const table = (name: string) => {
    const found = ofKind(TABLE).find((thing) => thing.name === name);
    if (found === undefined) throw new Error(`table ${name} is not in the cloud`);
    return found.inputs;
  };
  const indexesOf = (name: string) =>
    Object.fromEntries(
      ((table(name).globalSecondaryIndexes ?? []) as readonly Index[]).map((index) => [index.name, index.readCapacity]),
    );

  before(async () => {
    const { project } = engine();
    write(TEXT);
    await project.createStack('second');
    await project.succeed(...UP);
    first = engine().remember();
  });
  beforeEach(() => {
    engine().rewind(first);
    engine().cloud.operations = [];
  });
  afterEach(function () {
    if (this.currentTest?.state === 'passed') proved += 1;
  });
  after(() => report(`${proved} second deployments match the spec, or are refused before the first change`));

  describe('capacity that autoscaling has set', () => {
    const physical = 'payment-scaled-useast1-Test-second';
    const scale = () => {
      const { cloud } = engine();
      cloud.scale(physical, undefined, { read: 33 });
      cloud.scale(physical, 'by-city', { read: 20 });
      cloud.scale(physical, 'by-user', { read: 40 });
    };
    const retagged = ['Owner: one', 'Owner: two'] as const;
    const kept = { 'by-city': 20, 'by-date': 5, 'by-user': 40 };

    itInExhaustive('survives an update of its table with a refreshed state', async () => {
      scale();
      await engine().project.succeed('refresh', '--yes', '--skip-preview');
      await up(retagged);
      expect(indexesOf('scaled')).to.deep.equal(kept);
      expect(table('scaled').readCapacity).to.equal(33);
    });

    it('survives an update of its table with an old state, and the next update', async () => {
      scale();
      await up(retagged);
      expect(indexesOf('scaled')).to.deep.equal(kept);
      await up(['Owner: one', 'Owner: three']);
      expect(indexesOf('scaled')).to.deep.equal(kept);
      expect(table('scaled').readCapacity).to.equal(33);
    });

    itInExhaustive('is reset to the old state by up --refresh, as the documentation warns', async () => {
      scale();
      write(edited(retagged));
      await engine().project.succeed(...UP, '--refresh');
      expect(indexesOf('scaled')).to.deep.equal({ 'by-city': 5, 'by-date': 5, 'by-user': 5 });
      expect(table('scaled').readCapacity).to.equal(33);
    });

    it('is kept for its index when indexes are reordered and dropped', async () => {
      scale();
      await engine().project.succeed('refresh', '--yes', '--skip-preview');
      await up([INDEXES.join(''), `${INDEXES[2]}${INDEXES[0]}`]);
      expect(indexesOf('scaled')).to.deep.equal({ 'by-city': 20, 'by-user': 40 });
    });

    itInExhaustive('starts at the minimum when an on-demand table becomes provisioned', async () => {
      const capacity = `    billingMode: PROVISIONED\n    capacity: { read: ${UNITS}, write: ${UNITS} }\n`;
      await up([DEMAND_INDEX, `${capacity}${DEMAND_INDEX}`]);
      expect(indexesOf('demand')).to.deep.equal({ 'by-x': 5 });
      expect([table('demand').readCapacity, table('demand').writeCapacity]).to.deep.equal([5, 5]);
    });
  });

  describe('a table', () => {
    const timeToLive = '    timeToLiveAttribute: expires_at\n';

    itInExhaustive('stops expiring items when the spec no longer names an attribute', async () => {
      engine().cloud.now = () => Date.now() + 7_200_000;
      await up([timeToLive, '']);
      engine().cloud.now = Date.now;
      expect(table('demand').ttl).to.include({ enabled: false });
    });

    itInExhaustive('does not change the attribute of its time to live', async () => {
      const output = await refused([timeToLive, timeToLive.replace('expires', 'purge')]);
      expect(output).to.match(/tables\.demand\.timeToLiveAttribute .*remove timeToLiveAttribute, deploy, wait an hour/);
    });

    it('refuses to drop all its indexes', async () => {
      const output = await refused([DEMAND_INDEX, '']);
      expect(output).to.match(/tables\.demand\.indexes .*aws dynamodb update-table/);
    });

    itInExhaustive('loses its last replica, and its stream in the next deployment', async () => {
      await up([REPLICAS, '']);
      expect(table('copied')).to.include({ streamEnabled: true });
      await up([REPLICAS, '']);
      expect(table('copied').streamEnabled).to.not.equal(true);
    });
  });

  describe('a queue', () => {
    it('loses both redrive policies with its dead-letter queue', async () => {
      const policies = () => [
        ...ofKind('aws:sqs/redrivePolicy:RedrivePolicy'),
        ...ofKind('aws:sqs/redriveAllowPolicy:RedriveAllowPolicy'),
      ];
      expect(policies().map(({ name }) => name)).to.deep.equal([
        'jobs-redrive-policy',
        'failed-jobs-redrive-allow-policy',
      ]);
      expect(await up([REDRIVEN, 'jobs: {}'])).to.deep.equal([]);
      expect(policies()).to.deep.equal([]);
    });

    it('does not become a FIFO queue, which would delete its messages', async () => {
      const output = await refused([REDRIVEN, 'jobs: { fifo: {} }']);
      expect(output).to.match(/queues\.jobs .*fifoQueue.*allowReplacement/);
    });
  });

  describe('a key', () => {
    const moved = (key: string) =>
      [
        ['protect: false', 'allowReplacement: [encryption, backup]\nprotect: false'],
        ['key: CUSTOMER_MANAGED', `key: ${key}`],
      ] as const;

    it('cannot be deleted while a table or a vault uses it', async () => {
      const output = await refused(...moved('AWS_MANAGED'));
      expect(output).to.match(/tables\.scaled .*would stay encrypted.*SERVICE_OWNED and deploy/);
      expect(output).to.match(/backup .*its recovery points are encrypted/);
    });

    itInExhaustive('can be deleted in two steps without backups', async () => {
      const withoutBackup = ['backup: { retentionDays: 30 }\n', ''] as const;
      expect(await up(withoutBackup, ...moved('SERVICE_OWNED'), [REPLICAS, ''])).to.deep.equal([]);
      expect(await up(withoutBackup, ...moved('AWS_MANAGED'), [REPLICAS, ''])).to.deep.equal([]);
      expect(table('scaled').serverSideEncryption).to.include({ enabled: true });
    });

    itInExhaustive('that AWS chose for a vault does not count as a change', async () => {
      const managed = [
        ['key: CUSTOMER_MANAGED', 'key: AWS_MANAGED'],
        [REPLICAS, ''],
      ] as const;
      const { cloud, project } = engine();
      await project.succeed('destroy', '--yes', '--skip-preview');
      await up(...managed);
      cloud.operations = [];
      await up(...managed);
      expect(cloud.operations).to.deep.equal([]);
    });
  });

  describe('an API', () => {
    it('uses its default endpoint after its domain is removed', async () => {
      await up([DOMAIN, '']);
      const inputs = ofKind('aws:apigateway/restApi:RestApi')[0]?.inputs;
      expect(inputs).to.include({ disableExecuteApiEndpoint: false, securityPolicy: 'TLS_1_0' });
      expect(inputs?.endpointAccessMode || undefined).to.equal(undefined);
    });
  });

  describe('a chat channel', () => {
    itInExhaustive('can move to another workspace', async () => {
      await up(['workspaceId: T0123ABCD', 'workspaceId: T9876ZYXW']);
      expect(engine().cloud.find('alarm-chat').inputs.slackTeamId).to.equal('T9876ZYXW');
    });
  });
});
