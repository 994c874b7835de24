// Data that the local run keeps between starts.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { startLocalRun } from '../../../compiler/local/local-run';
import { LocalRunError } from '../../../compiler/local/local-run-error';
import { cleanUp, makeFolder, makeProject, run, specOf, type TestProject } from './project';
import { queueOf, tableOf } from './store-clients';

const TABLE = 'small-items-useast1-test-t';
const QUEUE = 'small-jobs-useast1-test-t';

const spec = (index = '') =>
  specOf(
    ['one'],
    `tables: { items: { partitionKey: { name: id, type: S }${index} } }\nqueues: { jobs: { visibilityTimeoutSeconds: 600 } }\n`,
  );

describe('the data directory of a local run', () => {
  let project: TestProject;
  let dataDirectory: string;
  beforeEach(() => {
    project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200 });',
      'spec/test.yaml': spec(),
    });
    dataDirectory = join(makeFolder(), 'not/yet/there');
  });
  afterEach(cleanUp);

  const start = () => startLocalRun(project.compile(), { root: project.root, port: 0, dataDirectory, print: () => {} });

  it('keeps items and messages between runs, including messages in flight', async () => {
    const first = await start();
    await tableOf(first, TABLE).put('a', 'b');
    await queueOf(first, QUEUE).send('received');
    await queueOf(first, QUEUE).receive();
    await queueOf(first, QUEUE).send('waiting', { text: 'a', bytes: new Uint8Array([0, 255]) });
    await first.stop();

    const second = await start();
    expect(await tableOf(second, TABLE).ids()).to.deep.equal(['a', 'b']);
    const messages = await queueOf(second, QUEUE).receive();
    expect(messages.map(({ Body }) => Body)).to.deep.equal(['received', 'waiting']);
    expect(messages[1]?.MessageAttributes?.text).to.include({ StringValue: 'a' });
    expect([...(messages[1]?.MessageAttributes?.bytes?.BinaryValue ?? [])]).to.deep.equal([0, 255]);
    await second.stop();
  });

  it('keeps the items when an index was added between two runs', async () => {
    const first = await start();
    await tableOf(first, TABLE).put('a', 'b');
    await first.stop();
    project.write({ 'spec/test.yaml': spec(', indexes: { by-owner: { partitionKey: { name: owner, type: S } } }') });
    const second = await start();
    expect(await tableOf(second, TABLE).ids()).to.deep.equal(['a', 'b']);
    expect(await tableOf(second, TABLE).indexes()).to.deep.equal(['by-owner']);
    await second.stop();
  });

  it('replaces a draft table that a killed run left', async () => {
    const indexed = spec(', indexes: { by-id: { partitionKey: { name: id, type: S } } }');
    const first = await start();
    await tableOf(first, TABLE).put('a', 'b');
    await first.stop();
    const killed = await startLocalRun(
      JSON.parse(JSON.stringify(project.compile()).replaceAll(`"${TABLE}"`, `"${TABLE}.draft"`)),
      { root: project.root, port: 0, dataDirectory, print: () => {} },
    );
    await killed.stop();
    project.write({ 'spec/test.yaml': indexed });
    const next = await start();
    expect(await tableOf(next, TABLE).ids('by-id')).to.deep.equal(['a', 'b']);
    expect(await tableOf(next, TABLE).names()).to.deep.equal([TABLE]);
    await next.stop();
  });

  it('rejects a second run while another uses it', async () => {
    const first = await start();
    const refusal = await start().catch((reason: unknown) => reason);
    expect(refusal).to.be.instanceOf(LocalRunError);
    expect((refusal as Error).message).to.equal(
      `another local run is using the tables in ${join(dataDirectory, 'tables')}`,
    );
    await first.stop();
    await (await start()).stop();
  });

  it('opens after the previous run was killed, regardless of its process id', async () => {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(join(dataDirectory, 'running'), '');
    writeFileSync(join(dataDirectory, 'process-id'), '1');
    await (await start()).stop();
  });

  it('keeps the messages of a run that is killed', async () => {
    const killed = await start();
    await queueOf(killed, QUEUE).send('dead letter');
    const copy = join(makeFolder(), 'data');
    cpSync(dataDirectory, copy, { recursive: true });
    await killed.stop();
    dataDirectory = copy;
    const next = await start();
    expect((await queueOf(next, QUEUE).receive()).map(({ Body }) => Body)).to.deep.equal(['dead letter']);
    await next.stop();
  });

  it('rebuilds indexes after a run was killed between writing an index entry and its item', async () => {
    project.write({ 'spec/test.yaml': spec(', indexes: { by-id: { partitionKey: { name: id, type: S } } }') });
    const killed = await start();
    await tableOf(killed, TABLE).put('a', 'b');
    await killed.stop();
    await removeItem(join(dataDirectory, 'tables'), 'a');
    writeFileSync(join(dataDirectory, 'running'), '');

    const next = await start();
    expect(await tableOf(next, TABLE).ids()).to.deep.equal(['b']);
    expect(await tableOf(next, TABLE).ids('by-id')).to.deep.equal(['b']);
    await next.stop();
  });

  it('is refused and stays unchanged if it is a file, has files of others, or its messages cannot be read', async () => {
    const rows: [path: string, text: string, message: RegExp][] = [
      ['', 'a file', /^the data directory \S+ cannot be used: it is a file, not a directory$/],
      ['tables', 'a file', /^the tables in \S+ cannot be opened: EEXIST/],
      [
        'tables/notes.txt',
        'text',
        /^the data directory \S+ cannot be used: tables\/notes\.txt is not a file of a local run$/,
      ],
      ['messages.json', '{ "small', /^the data directory \S+ cannot be used: messages\.json: /],
    ];
    for (const [path, text, message] of rows) {
      dataDirectory = join(makeFolder(), 'data');
      if (path !== '') mkdirSync(dirname(join(dataDirectory, path)), { recursive: true });
      writeFileSync(join(dataDirectory, path), text);
      const refusal = await start().catch((reason: unknown) => reason);
      expect(refusal).to.be.instanceOf(LocalRunError);
      expect((refusal as Error).message).to.match(message);
      expect(readFileSync(join(dataDirectory, path), 'utf8')).to.equal(text);
    }
  });

  it('is optional: without it, no data is kept', async () => {
    const first = await run(project.compile(), project);
    await tableOf(first, TABLE).put('a');
    await first.stop();
    const second = await run(project.compile(), project);
    expect(await tableOf(second, TABLE).ids()).to.deep.equal([]);
  });
});

/** Removes an item from the table's store, and keeps its index entries. */
async function removeItem(folder: string, id: string): Promise<void> {
  const { Level } = createRequire(require.resolve('dynalite'))('level');
  const store = new Level(folder, { valueEncoding: 'json' });
  for await (const [key, value] of store.iterator())
    if (key.startsWith(`item-${TABLE}~`) && value.id.S === id) await store.del(key);
  await store.close();
}
