// The thread of a function, tested alone to save time.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { InstanceError, startInstance } from '../../../../compiler/local/functions/function-instance';
import { cleanUp, makeFolder } from '../project';

describe('an instance of a function', () => {
  afterEach(cleanUp);

  const start = (code: string, initTimeoutSeconds = 60) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'index.js'), code);
    return startInstance({
      folder,
      handler: 'handler',
      environment: {},
      memorySizeMegabytes: 32,
      initTimeoutSeconds,
      print: () => {},
    });
  };
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (reason: InstanceError) => [reason instanceof InstanceError, reason.message],
    );
  const request = { event: {}, context: {}, deadline: 0 };

  it('is stopped when its code does not load in time', async () => {
    expect(await failure(start('for (;;);', 0.5))).to.deep.equal([
      true,
      "the function's code took longer than 0.5 s to load",
    ]);
  });

  it('is stopped when it exceeds its memory', async () => {
    const instance = await start('exports.handler = () => { const all = []; for (;;) all.push({ all }); };');
    expect(await failure(instance.call(request))).to.deep.equal([true, 'out of memory at 32 MB']);
    expect(instance.alive).to.equal(false);
  });

  it('reports a thrown value that is not an error', async () => {
    const instance = await start('exports.handler = () => Promise.reject("a text");');
    expect(await failure(instance.call(request))).to.deep.equal([true, 'a text']);
    await instance.stop();
  });

  it('uses the time zone of Lambda instead of that of the machine', async () => {
    const before = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    try {
      const instance = await start('exports.handler = () => [new Date(0).getHours(), new Date(0).toString()];');
      expect(await instance.call(request)).to.match(/^\[0,"Thu Jan 01 1970 00:00:00 GMT\+0000/);
      await instance.stop();
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('has the stack size of a Node.js process', async () => {
    const depth =
      '(function () { let depth = 0; const dive = () => { depth += 1; dive(); }; try { dive(); } catch {} return depth; })()';
    const here = Number(execFileSync(process.execPath, ['-p', depth]));
    const instance = await start(`exports.handler = () => ${depth};`);
    const there = Number(await instance.call(request));
    await instance.stop();
    // The default stack of a thread would allow four times as much.
    expect(there / here).to.be.within(0.8, 1.1);
  });
});
