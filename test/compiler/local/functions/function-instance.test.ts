// The thread of a function, tested alone to save time.

import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { InstanceError, startInstance } from '../../../../compiler/local/functions/function-instance';
import type { SpareThreads } from '../../../../compiler/local/functions/function-thread';
import { cleanUp, makeFolder } from '../project';

describe('an instance of a function', () => {
  afterEach(cleanUp);

  const start = (code: string, initTimeoutSeconds = 60, print: (line: string) => void = () => {}) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'index.js'), code);
    return startInstance({
      folder,
      handler: 'handler',
      environment: {},
      memorySizeMegabytes: 32,
      initTimeoutSeconds,
      print,
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

  it('gives the answer of a function that ends right after it, and prints the reason', async () => {
    let print = (_line: string) => {};
    const printed = new Promise<string>((resolve) => {
      print = resolve;
    });
    const code = 'exports.handler = () => { setImmediate(() => { throw new Error("afterwards"); }); return "done"; };';
    const instance = await start(code, 60, (line) => print(line));
    const answer = instance.call(request);
    // This thread is busy until both the answer and the end have arrived.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    expect(await answer).to.equal('"done"');
    expect(await printed).to.equal('Error: afterwards');
    expect(instance.alive).to.equal(false);
  });

  it('gives an answer that arrives after the error of its thread', async () => {
    const worker = new EventEmitter();
    const thread = Object.assign(worker, { postMessage: () => {}, terminate: async () => 0 }) as unknown as Worker;
    const lines: string[] = [];
    const started = startInstance({
      ...{ folder: '', handler: 'handler', environment: {}, memorySizeMegabytes: 32, initTimeoutSeconds: 60 },
      spares: { take: () => thread } as unknown as SpareThreads,
      print: (line) => lines.push(line),
    });
    worker.emit('message', { is: 'ready' });
    const instance = await started;
    const answer = instance.call(request);
    worker.emit('error', new Error('afterwards'));
    expect(instance.alive).to.equal(false);
    worker.emit('message', { is: 'answer', payload: '"done"' });
    worker.emit('exit', 1);
    expect(await answer).to.equal('"done"');
    expect(lines).to.deep.equal(['Error: afterwards']);
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
