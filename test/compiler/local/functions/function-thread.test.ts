// The threads that wait for the code of a function.

import { writeFileSync } from 'node:fs';
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
    spares.prepare([32]);
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

  it('are not taken for another memory size, or for variables that Node.js reads at the start', async () => {
    spares.prepare([32]);
    await until(1);
    expect(spares.take(settings({}, 64))).to.equal(undefined);
    expect(spares.take(settings({ NODE_OPTIONS: '--throw-deprecation' }))).to.equal(undefined);
    expect(spares.waiting).to.equal(1);
  });

  it('end when no function has their memory size', async () => {
    spares.prepare([32]);
    await until(1);
    spares.prepare([]);
    await until(0);
  });
});
