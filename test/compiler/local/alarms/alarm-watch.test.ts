// The alarms of a local run: evaluated on its metrics and clock, printed, and delivered to the inbox.

import { expect } from 'chai';
import type { LocalRun } from '../../../../compiler/local/local-run';
import { cleanUp, makeProject, run, specOf, withInputs } from '../project';
import { steppedClock } from '../stepped-clock';
import { queueOf, tableOf } from '../store-clients';

const MINUTE = 60_000;

const PARTS = `
alarms:
  one-errors:
    description: The function fails
    metric: { resource: functions.one, name: Errors, statistic: Sum }
    threshold: 1
    evaluationPeriods: 3
    datapointsToAlarm: 2
    treatMissingData: notBreaching
    notify: PAGE
  refused-share:
    description: Too many requests fail
    math:
      id: share
      expression: IF(requests > 0, 100 * errors / requests, 0)
      metrics:
        errors: { resource: api, name: 5XXError, statistic: Sum }
        requests: { resource: api, name: Count, statistic: Sum }
    threshold: 50
    evaluationPeriods: 1
    treatMissingData: notBreaching
    notify: NONE
  waiting:
    description: Messages wait
    metric: { resource: queues.jobs, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }
    threshold: 1
    evaluationPeriods: 1
    treatMissingData: missing
    notify: NOTICE
  orders:
    description: No orders
    metric: { resource: functions.one.metrics, name: Orders, statistic: Sum, dimensions: { shop: north } }
    comparison: LessThanThreshold
    threshold: 2
    evaluationPeriods: 1
    treatMissingData: breaching
    notify: NONE
  throttled: { description: A, metric: { resource: tables.items, name: WriteThrottleEvents, statistic: Sum }, threshold: 0, notify: NONE }
  consumed: { description: B, metric: { resource: tables.items, name: ConsumedWriteCapacityUnits, statistic: Sum }, threshold: 200, notify: NONE }
  provisioned: { description: C, metric: { resource: tables.items, name: ProvisionedWriteCapacityUnits, statistic: Maximum }, threshold: 1, notify: NONE }
compositeAlarms:
  outage:
    description: All is lost
    allOf: [one-errors, refused-share]
    notify: PAGE
queues: { jobs: {} }
tables: { items: { partitionKey: { name: id, type: S } } }
`;

const SUBSCRIPTIONS = [
  'on-call: { protocol: email, endpoint: on-call@bank.example, receives: [PAGE] }',
  'tickets: { protocol: https, endpoint: "https://tickets.bank.example/sns", receives: [PAGE] }',
].join(', ');
const SLACK = 'slack: { workspaceId: T0123ABCD, channelId: C0123ABCD, receives: [NOTICE] }';
const NOTIFICATIONS = `notifications: { subscriptions: { ${SUBSCRIPTIONS} }, ${SLACK} }`;

const HANDLER = `export const handler = async ({ queryStringParameters }) => {
  if (queryStringParameters?.fail) throw new Error('broken');
  console.log(JSON.stringify({
    shop: 'north',
    Orders: [2, 1],
    _aws: { Timestamp: 0, CloudWatchMetrics: [{ Namespace: 'Shop', Dimensions: [['shop']], Metrics: [{ Name: 'Orders' }] }] },
  }));
  return { statusCode: 200, body: '' };
};`;

const SPEC = specOf(['one'], PARTS)
  .replace('dashboard: false }', `dashboard: false, ${NOTIFICATIONS} }`)
  .replace('functions/one.ts }', 'functions/one.ts, environment: { METRICS_NAMESPACE: Shop } }');

const nameOf = (alarm: string) => `small-${alarm}-useast1-test-t`;

/** The states of the alarms of the test, by their names in the spec. */
function statesOf({ alarms }: Pick<LocalRun, 'alarms'>): Record<string, string> {
  return Object.fromEntries(
    alarms
      .states()
      .map(({ definition, state }) => [definition.name.replace(/^small-(.+)-useast1-test-t$/, '$1'), state]),
  );
}

describe('the alarms of a local run', () => {
  afterEach(cleanUp);

  async function start() {
    const project = makeProject({ 'functions/one.ts': HANDLER, 'spec/test.yaml': SPEC });
    const clock = steppedClock();
    const localRun = await run(project.compile(), { root: project.root, clock });
    const get = async (query = '') => (await fetch(`${localRun.url}/prod/one${query}`)).status;
    return { project, clock, localRun, get };
  }

  it('have no data at first, and one line for all states after the first minute', async () => {
    const { clock, localRun } = await start();
    expect(new Set(Object.values(statesOf(localRun)))).to.deep.equal(new Set(['INSUFFICIENT_DATA']));
    clock.step(MINUTE - 1);
    expect(new Set(Object.values(statesOf(localRun)))).to.deep.equal(new Set(['INSUFFICIENT_DATA']));
    clock.step(1);
    expect(statesOf(localRun)).to.deep.equal({
      'one-errors': 'OK',
      'refused-share': 'OK',
      waiting: 'OK',
      orders: 'ALARM',
      throttled: 'INSUFFICIENT_DATA',
      consumed: 'INSUFFICIENT_DATA',
      provisioned: 'INSUFFICIENT_DATA',
      outage: 'OK',
    });
    expect(localRun.lines).to.deep.equal([
      `Alarm ${nameOf('orders')}: INSUFFICIENT_DATA to ALARM, no data`,
      '4 alarms: now 4 OK',
    ]);
  });

  it('begin and end with the errors of a function, and notify the subscribers of their topic', async () => {
    const { clock, localRun, get } = await start();
    clock.step(MINUTE);
    const printed = localRun.lines.length;
    for (const query of ['?fail=1', '?fail=1']) await get(query);
    clock.step(MINUTE);
    // The threshold is exceeded in one of three periods.
    expect(statesOf(localRun)).to.include({ 'one-errors': 'OK', 'refused-share': 'ALARM', outage: 'OK' });
    for (const query of ['?fail=1', '?fail=1']) await get(query);
    clock.step(MINUTE);
    expect(statesOf(localRun)).to.include({ 'one-errors': 'ALARM', 'refused-share': 'ALARM', outage: 'ALARM' });
    expect(localRun.alarms.series(nameOf('one-errors'), clock.now(), 4)).to.deep.equal([undefined, undefined, 2, 2]);
    expect(localRun.alarms.series(nameOf('refused-share'), clock.now(), 2)).to.deep.equal([100, 100]);
    expect(localRun.alarms.series(nameOf('outage'), clock.now(), 2)).to.deep.equal([]);
    const alarmLines = localRun.lines.slice(printed).filter((line) => line.startsWith('Alarm '));
    expect(alarmLines).to.deep.equal([
      `Alarm ${nameOf('refused-share')}: OK to ALARM, 1 of 1 data point (100) is greater than 50`,
      `Alarm ${nameOf('one-errors')}: OK to ALARM, 2 of 3 data points (none, 2, 2) are greater than 1`,
      `Alarm ${nameOf('outage')}: OK to ALARM, in ALARM: ${nameOf('one-errors')}, ${nameOf('refused-share')}`,
    ]);
    const sent = localRun.inbox.messages().filter(({ subject }) => subject.startsWith('ALARM'));
    expect(sent.map(({ channel, to, alarm }) => [channel, to, alarm])).to.deep.equal([
      ['email', 'on-call@bank.example', nameOf('one-errors')],
      ['https', 'https://tickets.bank.example/sns', nameOf('one-errors')],
      ['email', 'on-call@bank.example', nameOf('outage')],
      ['https', 'https://tickets.bank.example/sns', nameOf('outage')],
    ]);
    const posted = JSON.parse(sent[1]?.body ?? '');
    expect(posted).to.include({ Type: 'Notification', Timestamp: new Date(clock.now()).toISOString() });
    expect(JSON.parse(posted.Message)).to.deep.include({
      AlarmName: nameOf('one-errors'),
      NewStateValue: 'ALARM',
      OldStateValue: 'OK',
      NewStateReason: '2 of 3 data points (none, 2, 2) are greater than 1',
    });
    // CloudWatch reads two periods before those of the alarm in place of periods without data.
    clock.step(5 * MINUTE);
    expect(statesOf(localRun)).to.include({ 'one-errors': 'OK', 'refused-share': 'OK', outage: 'OK' });
    expect(localRun.inbox.messages().at(-1)).to.include({
      alarm: nameOf('one-errors'),
      channel: 'https',
      subject: `OK: "${nameOf('one-errors')}" in us-east-1`,
    });
  });

  it('follow the messages of a queue, and post to the Slack channel of their severity', async () => {
    const { clock, localRun } = await start();
    await queueOf(localRun, 'small-jobs-useast1-test-t').send('one');
    await queueOf(localRun, 'small-jobs-useast1-test-t').send('two');
    clock.step(MINUTE);
    expect(statesOf(localRun)).to.include({ waiting: 'ALARM' });
    expect(localRun.inbox.messages()).to.deep.include({
      id: 3,
      time: clock.now(),
      channel: 'slack',
      to: 'C0123ABCD',
      alarm: nameOf('waiting'),
      subject: `ALARM: "${nameOf('waiting')}" in us-east-1`,
      body: `ALARM: ${nameOf('waiting')}\nMessages wait\n1 of 1 data point (2) is greater than 1`,
    });
  });

  it('read metrics that a handler publishes in the embedded metric format', async () => {
    const { clock, localRun, get } = await start();
    await get();
    clock.step(MINUTE);
    expect(statesOf(localRun)).to.include({ orders: 'OK' });
    clock.step(3 * MINUTE);
    expect(statesOf(localRun)).to.include({ orders: 'ALARM' });
  });

  it('keep their states over a reload, and end with the run', async () => {
    const { project, clock, localRun } = await start();
    clock.step(MINUTE);
    project.write({ 'spec/test.yaml': SPEC.replace('threshold: 50', 'threshold: 60') });
    await localRun.replace(project.compile());
    expect(statesOf(localRun)).to.include({ orders: 'ALARM', 'refused-share': 'OK' });
    await localRun.stop();
    const lines = localRun.lines.length;
    clock.step(10 * MINUTE);
    expect(localRun.lines).to.have.length(lines);
  });

  it('fire when a table throttles writes', async () => {
    const { project, clock, localRun } = await start();
    const capacity = { billingMode: 'PROVISIONED', readCapacity: 1, writeCapacity: 1 };
    await localRun.replace(withInputs(project.compile(), 'aws:dynamodb/table:Table', capacity));
    const items = tableOf(localRun, 'small-items-useast1-test-t');
    const big = { id: { S: 'a' }, text: { S: 'x'.repeat(299_000) } };
    await items.putItem(big);
    clock.step(MINUTE);
    expect(statesOf(localRun)).to.include({ throttled: 'INSUFFICIENT_DATA', consumed: 'ALARM', provisioned: 'OK' });
    expect(await items.putItem(big).catch(({ name }: Error) => name)).to.equal(
      'ProvisionedThroughputExceededException',
    );
    clock.step(MINUTE);
    expect(statesOf(localRun)).to.include({ throttled: 'ALARM' });
  });
});
