// The thread of a function, where the whole run would take too long to show it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { InstanceError, startInstance } from '../../compiler/backends/emulator/functions/function-instance';
import { cleanUp, makeFolder } from './project';

describe('an instance of a function', () => {
  afterEach(cleanUp);

  const start = (code: string) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'index.js'), code);
    return startInstance({
      folder,
      handler: 'handler',
      environment: {},
      memorySizeMegabytes: 32,
      initTimeoutSeconds: 0.5,
      print: () => {},
    });
  };
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (reason: InstanceError) => [reason instanceof InstanceError, reason.message],
    );
  const request = { event: {}, context: {}, deadline: 0 };

  it('is ended when its code does not load in time', async () => {
    expect(await failure(start('for (;;);'))).to.deep.equal([true, 'its code takes longer than 0.5 s to load']);
  });

  it('is ended when it needs more memory than it has', async () => {
    const instance = await start(
      'exports.handler = () => { const all = []; for (;;) all.push(new Array(1000).fill({})); };',
    );
    expect(await failure(instance.call(request))).to.deep.equal([true, 'out of memory at 32 MB']);
    expect(instance.alive).to.equal(false);
  });

  it('says what was thrown where that is no error', async () => {
    const instance = await start('exports.handler = () => Promise.reject("a text");');
    expect(await failure(instance.call(request))).to.deep.equal([true, 'a text']);
    await instance.stop();
  });
});
