// The threads that wait for the code of a function.

import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startInstance } from '../../../../compiler/local/functions/function-instance';
import { createSpareThreads, type SpareThreads } from '../../../../compiler/local/functions/function-thread';
import { cleanUp, makeFolder } from '../project';

describe('spare threads', () => {
  let spares: SpareThreads;
  beforeEach(() => {
    spares = createSpareThreads();
  });
  afterEach(async () => {
    await spares.stop();
    cleanUp();
  });

  const settings = (environment: Readonly<Record<string, string>>, memorySizeMegabytes = 32) => {
    const folder = makeFolder();
    writeFileSync(
      join(folder, 'index.js'),
      'const { WORD } = process.env; exports.handler = () => [WORD, process.env];',
    );
    return { folder, handler: 'handler', environment, memorySizeMegabytes };
  };
  const until = async (number: number) => {
    while (spares.waiting !== number) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('run the code of a function with its environment only, each once', async () => {
    spares.prepare([{ environment: {}, memorySizeMegabytes: 32 }]);
    await until(1);
    const started = { ...settings({ WORD: 'here' }), initTimeoutSeconds: 60, spares, print: () => {} };
    // The second instance finds no thread.
    for (let call = 0; call < 2; call += 1) {
      const instance = await startInstance(started);
      expect(spares.waiting).to.equal(0);
      const answer = await instance.call({ event: {}, context: {}, deadline: 0 });
      expect(JSON.parse(answer)).to.deep.equal(['here', { WORD: 'here' }]);
      await instance.stop();
    }
  });

  it('load the packages of a function for code with the same packages and environment', async () => {
    const { folder } = settings({});
    const library = join(folder, 'packages.js');
    writeFileSync(library, 'exports.word = process.env.WORD;');
    const code = `const wasLoaded = require.cache[${JSON.stringify(library)}] !== undefined;`;
    const result = `[wasLoaded, require(${JSON.stringify(library)}).word, process.env.AWS_ACCESS_KEY_ID]`;
    writeFileSync(join(folder, 'index.js'), `${code} exports.handler = () => ${result};`);
    const environment = { WORD: 'here', AWS_ACCESS_KEY_ID: 'first' };
    spares.prepare([{ environment, library, memorySizeMegabytes: 32 }]);
    await until(1);
    const next = { folder, handler: 'handler', library, memorySizeMegabytes: 32 };
    for (const other of [
      { ...next, environment: { ...environment, WORD: 'there' } },
      { ...next, environment, library: join(folder, 'others.js') },
    ])
      expect(spares.take(other)).to.equal(undefined);
    const edited = { ...next, environment: { ...environment, AWS_ACCESS_KEY_ID: 'second' } };
    const instance = await startInstance({ ...edited, initTimeoutSeconds: 60, spares, print: () => {} });
    const answer = await instance.call({ event: {}, context: {}, deadline: 0 });
    expect(JSON.parse(answer)).to.deep.equal([true, 'here', 'second']);
    await instance.stop();
  });

  it('compile the packages of a function as a whole, and its code at the first call', async () => {
    const { folder } = settings({});
    const functions = Array.from({ length: 300 }, (_, n) => `exports.f${n} = (a) => a + ${n} * a - ${n} / a;`).join(
      '\n',
    );
    const [library, code] = [join(folder, 'packages.js'), join(folder, 'code.js')];
    for (const file of [library, code]) writeFileSync(file, functions);
    writeFileSync(
      join(folder, 'index.js'),
      `const compiled = () => require('node:v8').getHeapCodeStatistics().bytecode_and_metadata_size;
      const before = compiled();
      require(${JSON.stringify(code)});
      const lazy = compiled() - before;
      exports.handler = () => [before, lazy];`,
    );
    const sizes = async (prepared: boolean) => {
      const one = { environment: {}, memorySizeMegabytes: 32, ...(prepared && { library }) };
      spares.prepare([one]);
      await until(1);
      const start = { ...one, folder, handler: 'handler', initTimeoutSeconds: 60, spares, print: () => {} };
      const instance = await startInstance(start);
      const answer = JSON.parse(await instance.call({ event: {}, context: {}, deadline: 0 })) as [number, number];
      await instance.stop();
      return answer;
    };
    const [without] = await sizes(false);
    const [whole, lazy] = await sizes(true);
    expect(whole - without).to.be.greaterThan(2 * lazy);
  });

  it('start at once, at most one for each processor', () => {
    spares.start(Array.from({ length: availableParallelism() + 1 }, () => 32));
    expect(spares.waiting).to.equal(availableParallelism());
  });

  it('are not taken for another memory size, or for variables that Node.js reads at the start', async () => {
    spares.prepare([{ environment: {}, memorySizeMegabytes: 32 }]);
    await until(1);
    expect(spares.take(settings({}, 64))).to.equal(undefined);
    expect(spares.take(settings({ NODE_OPTIONS: '--throw-deprecation' }))).to.equal(undefined);
    expect(spares.waiting).to.equal(1);
  });

  it('end when no function has their memory size', async () => {
    spares.prepare([{ environment: {}, memorySizeMegabytes: 32 }]);
    await until(1);
    spares.prepare([]);
    await until(0);
  });
});
