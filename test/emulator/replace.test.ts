// Edits taken over while the local run serves.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { EmulatorError } from '../../compiler/backends/emulator/emulator-error';
import { BundleError } from '../../compiler/bundle/bundle';
import { graphOf, ROOT } from '../spec';
import { makeGate } from './gate';
import { cleanUp, makeProject, run, specOf, withInputs } from './project';
import { queueOf, tableOf } from './stores';

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

describe('a local run that takes over an edit', () => {
  afterEach(cleanUp);

  it('fails no request and loses no payment, whatever comes in while a table is rebuilt', async () => {
    const spec = 'spec/pr1234.yaml';
    const system = (index: string) => ({
      'spec/system.yaml': readFileSync(join(ROOT, 'spec/system.yaml'), 'utf8').replace(
        '      status-index:\n',
        `${index}      status-index:\n`,
      ),
    });
    const another = '      customer-index:\n        partitionKey: { name: customer_id, type: S }\n';
    const [before, after] = [graphOf(spec), graphOf(spec, system(another))];
    const emulator = await run(before, { root: ROOT });
    const payments = `${emulator.url}/prod/payments`;

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
    for (const graph of [after, before, after]) await emulator.replace(graph);
    going = false;
    await Promise.all(clients);

    expect(statuses.length).to.be.greaterThan(20);
    expect(statuses.filter((status) => status !== 200)).to.deep.equal([]);
    const name = 'payment-payments-useast1-Production-pr1234';
    const inTable = tableOf(emulator, name);
    expect(await inTable.ids()).to.deep.equal(stored.sort());
    expect(await inTable.indexes()).to.deep.equal(['customer-index', 'status-index', 'status-time-index']);
    const listed = await fetch(`${payments}?status=processed`);
    expect(await listed.json()).to.have.length(Math.min(100, stored.length));
  });

  it('answers a request that is under way with the version that it began on', async () => {
    const gate = await makeGate();
    const slow = `export const handler = async () => { ${gate.wait} return { statusCode: 200, body: 'old' }; };`;
    const project = makeProject({ 'functions/one.ts': slow, 'spec/test.yaml': specOf(['one']) });
    const emulator = await run(project.compile(), project);
    const get = async () => (await fetch(`${emulator.url}/prod/one`)).text();
    const underWay = get();
    await gate.reached;
    project.write({ 'functions/one.ts': answer('new') });
    await emulator.replace(project.compile());
    expect(await get()).to.equal('new');
    gate.open();
    expect(await underWay).to.equal('old');
  });

  it('lets a function end that has outlasted its request', async () => {
    const gate = await makeGate();
    const slow = `export const handler = async () => { ${gate.wait} console.log('ended'); };`;
    const project = makeProject({ 'functions/one.ts': slow, 'spec/test.yaml': specOf(['one']) });
    const integration = 'aws:apigateway/integration:Integration';
    const emulator = await run(withInputs(project.compile(), integration, { timeoutMilliseconds: 50 }), project);
    const timedOut = fetch(`${emulator.url}/prod/one`);
    await gate.reached;
    expect((await timedOut).status).to.equal(504);
    project.write({ 'functions/one.ts': answer('new') });
    await emulator.replace(project.compile());
    gate.open();
    expect(await emulator.line(/^(ended|.*stopped.*)$/)).to.equal('ended');
  });

  it('waits for requests under way before it rebuilds a table, and lets later ones wait', async () => {
    const gate = await makeGate();
    const slow = `export const handler = async () => { ${gate.wait} return { statusCode: 200, body: 'old' }; };`;
    const project = makeProject({ 'functions/one.ts': slow, 'spec/test.yaml': specOf(['one'], table()) });
    const emulator = await run(project.compile(), project);
    const get = async () => (await fetch(`${emulator.url}/prod/one`)).text();
    const underWay = get();
    await gate.reached;
    const loaded = `console.log('loaded');\n${answer('new')}`;
    project.write({ 'functions/one.ts': loaded, 'spec/test.yaml': specOf(['one'], table(INDEX)) });
    const order: string[] = [];
    const replaced = emulator.replace(project.compile()).then(() => order.push('replaced'));
    const answered = underWay.then((text) => order.push(text));
    await emulator.line(/^loaded$/);
    // Longer than a rebuild of an empty table takes.
    for (let look = 0; look < 30; look += 1) expect(await tableOf(emulator, TABLE).indexes()).to.deep.equal([]);
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
    const emulator = await run(project.compile(), project);
    const ids = Array.from({ length: 60 }, (_, at) => `item-${at}`).sort();
    await tableOf(emulator, TABLE).put(...ids);
    await queueOf(emulator, QUEUE).send('to do');

    const capacity = ', billingMode: PROVISIONED, capacity: { read: { units: 3 }, write: { units: 4 } }';
    const settings = 'queues: { jobs: { visibilityTimeoutSeconds: 7 } }\n';
    for (const more of [INDEX, INDEX + capacity, '']) {
      project.write({ 'spec/test.yaml': specOf(['one'], table(more) + settings) });
      await emulator.replace(project.compile());
      expect(await tableOf(emulator, TABLE).ids(), more).to.deep.equal(ids);
      expect(await tableOf(emulator, TABLE).indexes(), more).to.deep.equal(more === '' ? [] : ['by-owner']);
    }
    expect((await queueOf(emulator, QUEUE).receive()).map(({ Body }) => Body)).to.deep.equal(['to do']);
  });

  it('makes what is new, and keeps what is gone until it stops', async () => {
    const project = makeProject({ 'functions/one.ts': answer('one'), 'spec/test.yaml': specOf(['one'], table()) });
    const emulator = await run(project.compile(), project);
    await tableOf(emulator, TABLE).put('kept');
    for (const [more, status] of [
      ['queues: { jobs: {} }\n', 200],
      [table(), 200],
    ] as const) {
      project.write({ 'spec/test.yaml': specOf(['one'], more) });
      await emulator.replace(project.compile());
      expect((await fetch(`${emulator.url}/prod/one`)).status).to.equal(status);
    }
    await queueOf(emulator, QUEUE).send('to do');
    expect(await tableOf(emulator, TABLE).ids()).to.deep.equal(['kept']);
  });

  it('takes over routes: new ones answer, old ones do not', async () => {
    const project = makeProject({
      'functions/one.ts': answer('one'),
      'functions/two.ts': answer('two'),
      'spec/test.yaml': specOf(['one']),
    });
    const emulator = await run(project.compile(), project);
    project.write({ 'spec/test.yaml': specOf(['two']) });
    await emulator.replace(project.compile());
    const statuses = await Promise.all(
      ['one', 'two'].map(async (name) => (await fetch(`${emulator.url}/prod/${name}`)).status),
    );
    expect(statuses).to.deep.equal([403, 200]);
    expect(emulator.inputs).to.deep.equal(['functions/two.ts']);
  });

  it('keeps what was written after an edit that was refused for an item, also when the edit is undone', async () => {
    const project = makeProject({ 'functions/one.ts': answer('one'), 'spec/test.yaml': specOf(['one'], table()) });
    const emulator = await run(project.compile(), project);
    const items = tableOf(emulator, TABLE);
    await items.putItem({ id: { S: 'a' }, owner: { N: '1' } });
    project.write({ 'spec/test.yaml': specOf(['one'], `${table(INDEX)}queues: { jobs: {} }\n`) });
    const reason = await rejection(emulator.replace(project.compile()));
    expect(reason).to.be.instanceOf(EmulatorError);
    expect((reason as Error).message).to.match(
      /^table small-items-useast1-test-t keeps its definition, because the item a does not fit the new one: .*owner/,
    );
    expect([await items.names(), await items.indexes()]).to.deep.equal([[TABLE], []]);
    await items.putItem({ id: { S: 'a' }, owner: { N: '2' } });
    project.write({ 'spec/test.yaml': specOf(['one'], table()) });
    await emulator.replace(project.compile());
    expect(await items.find('a')).to.deep.equal({ id: { S: 'a' }, owner: { N: '2' } });
  });

  const edits: Record<string, [files: Record<string, string>, error: new () => Error, message: RegExp]> = {
    'that does not bundle': [
      { 'functions/one.ts': 'export const = 1;' },
      BundleError,
      /^functions\/one\.ts:1:\d+ Expected identifier but found "="$/,
    ],
    'whose function does not start': [
      { 'functions/one.ts': 'throw new Error("no");' },
      EmulatorError,
      /^small-one-useast1-test-t does not start: Error: no \(functions\/one\.ts:1:\d+\)$/,
    ],
    'that changes the key of a table': [
      { 'spec/test.yaml': specOf(['one'], table().replace('name: id', 'name: key')) },
      EmulatorError,
      /^the key of table small-items-useast1-test-t is id \(S\) and cannot become key \(S\): its items would be lost\./,
    ],
  };
  for (const [sentence, [files, error, message]] of Object.entries(edits)) {
    it(`refuses an edit ${sentence}, and goes on as before`, async () => {
      const project = makeProject({ 'functions/one.ts': answer('one'), 'spec/test.yaml': specOf(['one'], table()) });
      const emulator = await run(project.compile(), project);
      await tableOf(emulator, TABLE).put('kept');
      project.write(files);
      const reason = await rejection(emulator.replace(project.compile()));
      expect(reason).to.be.instanceOf(error);
      expect((reason as Error).message).to.match(message);
      expect(await (await fetch(`${emulator.url}/prod/one`)).text()).to.equal('one');
      expect(await tableOf(emulator, TABLE).has('kept')).to.equal(true);
    });
  }
});
