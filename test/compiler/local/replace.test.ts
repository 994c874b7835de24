// Edits that the local run applies while it serves requests.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { BundleError } from '../../../compiler/compile/bundle/bundle';
import { LocalRunError } from '../../../compiler/local/local-run-error';
import { graphOf, ROOT } from '../../spec';
import { makeGate } from './gate';
import { cleanUp, makeProject, run, specOf, withInputs } from './project';
import { queueOf, tableOf } from './store-clients';

const TABLE = 'small-items-useast1-test-t';
const QUEUE = 'small-jobs-useast1-test-t';

const answer = (text: string) => `export const handler = async () => ({ statusCode: 200, body: '${text}' });`;
const table = (more = '') => `tables: { items: { partitionKey: { name: id, type: S }${more} } }\n`;
const INDEX = ', indexes: { by-owner: { partitionKey: { name: owner, type: S } } }';

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

describe('a local run that applies an edit', () => {
  afterEach(cleanUp);

  it('serves all requests and keeps all payments while a table is rebuilt', async () => {
    const spec = 'spec/pr1234.yaml';
    const system = (index: string) => ({
      'spec/system.yaml': readFileSync(join(ROOT, 'spec/system.yaml'), 'utf8').replace(
        '      status-index:\n',
        `${index}      status-index:\n`,
      ),
    });
    const another = '      customer-index:\n        partitionKey: { name: customer_id, type: S }\n';
    const [before, after] = [graphOf(spec), graphOf(spec, system(another))];
    const localRun = await run(before, { root: ROOT });
    const payments = `${localRun.url}/prod/payments`;

    const statuses: number[] = [];
    const stored: string[] = [];
    let going = true;
    const client = async (name: number) => {
      for (let at = 0; going; at += 1) {
        const id = `pay-${name}-${at}`;
        const body = JSON.stringify({ id, amount: 1, currency: 'USD', payment_method: 'card', customer_id: 'c' });
        const posted = await fetch(payments, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
        const read = await fetch(`${payments}/${id}`);
        statuses.push(posted.status, read.status);
        stored.push(id);
      }
    };
    const clients = [1, 2, 3, 4].map(client);
    for (const graph of [after, before, after]) await localRun.replace(graph);
    going = false;
    await Promise.all(clients);

    expect(statuses.length).to.be.greaterThan(20);
    expect(statuses.filter((status) => status !== 200)).to.deep.equal([]);
    const name = 'payment-payments-useast1-Production-pr1234';
    const inTable = tableOf(localRun, name);
    expect(await inTable.ids()).to.deep.equal(stored.sort());
    expect(await inTable.indexes()).to.deep.equal(['customer-index', 'status-index', 'status-time-index']);
    const listed = await fetch(`${payments}?status=processed`);
    expect(await listed.json()).to.have.length(Math.min(100, stored.length));
  });

  it('finishes a request in progress with the version that received it', async () => {
    const gate = await makeGate();
    const slow = `export const handler = async () => { ${gate.wait} return { statusCode: 200, body: 'old' }; };`;
    const project = makeProject({ 'functions/one.ts': slow, 'spec/test.yaml': specOf(['one']) });
    const localRun = await run(project.compile(), project);
    const get = async () => (await fetch(`${localRun.url}/prod/one`)).text();
    const underWay = get();
    await gate.reached;
    project.write({ 'functions/one.ts': answer('new') });
    await localRun.replace(project.compile());
    expect(await get()).to.equal('new');
    gate.open();
    expect(await underWay).to.equal('old');
  });

  it('lets a function finish after its request timed out', async () => {
    const gate = await makeGate();
    const slow = `export const handler = async () => { ${gate.wait} console.log('ended'); };`;
    const project = makeProject({ 'functions/one.ts': slow, 'spec/test.yaml': specOf(['one']) });
    const integration = 'aws:apigateway/integration:Integration';
    const localRun = await run(withInputs(project.compile(), integration, { timeoutMilliseconds: 50 }), project);
    const timedOut = fetch(`${localRun.url}/prod/one`);
    await gate.reached;
    expect((await timedOut).status).to.equal(504);
    project.write({ 'functions/one.ts': answer('new') });
    await localRun.replace(project.compile());
    gate.open();
    expect(await localRun.line(/^(ended|.*stopped.*)$/)).to.equal('ended');
  });

  it('waits for requests in progress before it rebuilds a table, and delays later requests', async () => {
    const gate = await makeGate();
    const slow = `export const handler = async () => { ${gate.wait} return { statusCode: 200, body: 'old' }; };`;
    const project = makeProject({ 'functions/one.ts': slow, 'spec/test.yaml': specOf(['one'], table()) });
    const localRun = await run(project.compile(), project);
    const get = async () => (await fetch(`${localRun.url}/prod/one`)).text();
    const underWay = get();
    await gate.reached;
    const loaded = `console.log('loaded');\n${answer('new')}`;
    project.write({ 'functions/one.ts': loaded, 'spec/test.yaml': specOf(['one'], table(INDEX)) });
    const order: string[] = [];
    const replaced = localRun.replace(project.compile()).then(() => order.push('replaced'));
    const answered = underWay.then((text) => order.push(text));
    await localRun.line(/^loaded$/);
    // Longer than the rebuild of an empty table.
    for (let look = 0; look < 30; look += 1) expect(await tableOf(localRun, TABLE).indexes()).to.deep.equal([]);
    const later = get();
    gate.open();
    await Promise.all([replaced, answered]);
    expect(order).to.deep.equal(['old', 'replaced']);
    expect(await later).to.equal('new');
  });

  it('keeps items and messages while indexes, capacities and settings change', async () => {
    const project = makeProject({
      'functions/one.ts': answer('one'),
      'spec/test.yaml': specOf(['one'], `${table()}queues: { jobs: {} }\n`),
    });
    const localRun = await run(project.compile(), project);
    const ids = Array.from({ length: 60 }, (_, at) => `item-${at}`).sort();
    await tableOf(localRun, TABLE).put(...ids);
    await queueOf(localRun, QUEUE).send('to do');

    const capacity = ', billingMode: PROVISIONED, capacity: { read: { units: 3 }, write: { units: 4 } }';
    const settings = 'queues: { jobs: { visibilityTimeoutSeconds: 7 } }\n';
    for (const more of [INDEX, INDEX + capacity, '']) {
      project.write({ 'spec/test.yaml': specOf(['one'], table(more) + settings) });
      await localRun.replace(project.compile());
      expect(await tableOf(localRun, TABLE).ids(), more).to.deep.equal(ids);
      expect(await tableOf(localRun, TABLE).indexes(), more).to.deep.equal(more === '' ? [] : ['by-owner']);
    }
    expect((await queueOf(localRun, QUEUE).receive()).map(({ Body }) => Body)).to.deep.equal(['to do']);
  });

  it('creates new tables and queues, and keeps removed ones until it stops', async () => {
    const project = makeProject({ 'functions/one.ts': answer('one'), 'spec/test.yaml': specOf(['one'], table()) });
    const localRun = await run(project.compile(), project);
    await tableOf(localRun, TABLE).put('kept');
    for (const [more, status] of [
      ['queues: { jobs: {} }\n', 200],
      [table(), 200],
    ] as const) {
      project.write({ 'spec/test.yaml': specOf(['one'], more) });
      await localRun.replace(project.compile());
      expect((await fetch(`${localRun.url}/prod/one`)).status).to.equal(status);
    }
    await queueOf(localRun, QUEUE).send('to do');
    expect(await tableOf(localRun, TABLE).ids()).to.deep.equal(['kept']);
  });

  it('serves new routes and stops serving removed ones', async () => {
    const project = makeProject({
      'functions/one.ts': answer('one'),
      'functions/two.ts': answer('two'),
      'spec/test.yaml': specOf(['one']),
    });
    const localRun = await run(project.compile(), project);
    project.write({ 'spec/test.yaml': specOf(['two']) });
    await localRun.replace(project.compile());
    const statuses = await Promise.all(
      ['one', 'two'].map(async (name) => (await fetch(`${localRun.url}/prod/${name}`)).status),
    );
    expect(statuses).to.deep.equal([403, 200]);
    expect(localRun.inputs).to.deep.equal(['functions/two.ts']);
  });

  it('keeps later writes after it refused an edit because of an item, and after the edit is undone', async () => {
    const project = makeProject({ 'functions/one.ts': answer('one'), 'spec/test.yaml': specOf(['one'], table()) });
    const localRun = await run(project.compile(), project);
    const items = tableOf(localRun, TABLE);
    await items.putItem({ id: { S: 'a' }, owner: { N: '1' } });
    project.write({ 'spec/test.yaml': specOf(['one'], `${table(INDEX)}queues: { jobs: {} }\n`) });
    const reason = await rejection(localRun.replace(project.compile()));
    expect(reason).to.be.instanceOf(LocalRunError);
    expect((reason as Error).message).to.match(
      /^table small-items-useast1-test-t keeps its definition, because the item a does not fit the new one: .*owner/,
    );
    expect([await items.names(), await items.indexes()]).to.deep.equal([[TABLE], []]);
    await items.putItem({ id: { S: 'a' }, owner: { N: '2' } });
    project.write({ 'spec/test.yaml': specOf(['one'], table()) });
    await localRun.replace(project.compile());
    expect(await items.find('a')).to.deep.equal({ id: { S: 'a' }, owner: { N: '2' } });
  });

  const edits: Record<
    string,
    [files: Record<string, string>, error: abstract new (...parameters: never[]) => Error, message: RegExp]
  > = {
    'that does not bundle': [
      { 'functions/one.ts': 'export const = 1;' },
      BundleError,
      /^functions\/one\.ts:1:\d+ Expected identifier but found "="$/,
    ],
    'whose function does not start': [
      { 'functions/one.ts': `throw new Error("no");\n${answer('one')}` },
      LocalRunError,
      /^small-one-useast1-test-t does not start: Error: no \(functions\/one\.ts:1:\d+\)$/,
    ],
    'that changes the key of a table': [
      { 'spec/test.yaml': specOf(['one'], table().replace('name: id', 'name: key')) },
      LocalRunError,
      /^the key of table small-items-useast1-test-t is id \(S\) and cannot become key \(S\): its items would be lost\./,
    ],
  };
  for (const [sentence, [files, error, message]] of Object.entries(edits)) {
    it(`refuses an edit ${sentence}, and keeps serving the previous version`, async () => {
      const project = makeProject({ 'functions/one.ts': answer('one'), 'spec/test.yaml': specOf(['one'], table()) });
      const localRun = await run(project.compile(), project);
      await tableOf(localRun, TABLE).put('kept');
      project.write(files);
      const reason = await rejection(localRun.replace(project.compile()));
      expect(reason).to.be.instanceOf(error);
      expect((reason as Error).message).to.match(message);
      expect(await (await fetch(`${localRun.url}/prod/one`)).text()).to.equal('one');
      expect(await tableOf(localRun, TABLE).has('kept')).to.equal(true);
    });
  }
});
