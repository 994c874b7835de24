// Rebuilds of tables that are killed at random points. SEED repeats a run.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { sizeOf } from '../../../exhaustive';
import { buildProgram } from '../../../program';
import { randomFrom, SEED } from '../../../random';
import { cleanUp, makeFolder, makeProject, run, specOf } from '../project';
import { tableOf } from '../store-clients';

const TABLE = 'small-items-useast1-test-t';
const KILLS = sizeOf({ sample: 4, exhaustive: 200 });

/** Maximum time from the first rebuild to the kill, in milliseconds: several rebuilds of the items below. */
const LONGEST_MILLISECONDS = 200;

const ids = Array.from({ length: 60 }, (_, at) => `id-${String(at).padStart(2, '0')}`);
const spec = (index: string) => specOf(['one'], `tables: { items: { partitionKey: { name: id, type: S }${index} } }\n`);
const index = (name: string) => `, indexes: { ${name}: { partitionKey: { name: id, type: S } } }`;

describe(`a rebuild of a table that is killed (SEED=${SEED})`, () => {
  afterEach(cleanUp);

  it(`leaves all items in the table and its indexes, ${KILLS} times`, async () => {
    const project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200 });',
      'spec/test.yaml': spec(index('by-one')),
    });
    const graphs = ['by-one', 'by-two'].map((name) => {
      project.write({ 'spec/test.yaml': spec(index(name)) });
      return project.compile();
    });
    const [graph] = graphs as [ReturnType<typeof project.compile>];
    const dataDirectory = join(makeFolder(), 'data');
    const file = join(makeFolder(), 'graphs.json');
    writeFileSync(file, JSON.stringify(graphs));
    const first = await run(graph, { root: project.root, dataDirectory });
    await tableOf(first, TABLE).put(...ids);
    await first.stop();

    const program = buildProgram(require.resolve('./rebuild-forever'));
    const random = randomFrom(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = fork(program, [dataDirectory, file], {
        execArgv: [],
        env: { ...process.env, NODE_NO_WARNINGS: '1' },
      });
      const exited = once(child, 'exit');
      await Promise.race([once(child, 'message'), exited]);
      await wait(random() * LONGEST_MILLISECONDS);
      child.kill('SIGKILL');
      expect(await exited).to.deep.equal([null, 'SIGKILL']);
    }
    rmSync(program);
    const next = await run(graph, { root: project.root, dataDirectory });
    const table = tableOf(next, TABLE);
    expect(await table.ids()).to.deep.equal(ids);
    expect(await table.ids('by-one')).to.deep.equal(ids);
    expect([await table.indexes(), await table.names()]).to.deep.equal([['by-one'], [TABLE]]);
  });
});
