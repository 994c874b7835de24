// The number of concurrent requests that a function of the local run handles.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { startFunction } from '../../compiler/local/functions/function-host';
import { cleanUp, makeFolder, makeProject, run, specOf } from './project';

describe('the concurrency of a function', () => {
  afterEach(cleanUp);

  for (const [concurrency, calls, atOnce] of [
    [100, 12, 12],
    [2, 6, 2],
    [1, 3, 1],
  ] as const)
    it(`is ${atOnce} for ${calls} concurrent requests with a limit of ${concurrency}`, async () => {
      const folder = makeFolder();
      // Each instance records the number of calls in progress, including its own, in a file.
      const code = `
        const { appendFileSync } = require('node:fs');
        exports.handler = async () => {
          appendFileSync(${JSON.stringify(join(folder, 'log'))}, '+');
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          appendFileSync(${JSON.stringify(join(folder, 'log'))}, '-');
        };`;
      writeFileSync(join(folder, 'index.js'), code);
      writeFileSync(join(folder, 'log'), '');
      const host = await startFunction({
        ...{ folder, name: 'slow', arn: 'arn', logGroupName: 'log', handler: 'handler', environment: {} },
        ...{ memorySizeMegabytes: 128, initTimeoutSeconds: 30, timeoutSeconds: 30, concurrency, print: () => {} },
      });
      await Promise.all(Array.from({ length: calls }, () => host.invoke({})));
      await host.stop();
      let running = 0;
      let most = 0;
      for (const sign of readFileSync(join(folder, 'log'), 'utf8')) {
        running += sign === '+' ? 1 : -1;
        most = Math.max(most, running);
      }
      expect({ running, most }).to.deep.equal({ running: 0, most: atOnce });
    });

  it('is the reserved concurrency of the spec', async () => {
    const code = `
      export const handler = async () => {
        const at = Date.now();
        await new Promise((resolve) => setTimeout(resolve, 700));
        return { statusCode: 200, body: JSON.stringify([at, Date.now()]) };
      };`;
    const spec = specOf(['one']).replace('entry: functions/one.ts', 'entry: functions/one.ts, reservedConcurrency: 2');
    const project = makeProject({ 'functions/one.ts': code, 'spec/test.yaml': spec });
    const localRun = await run(project.compile(), { root: project.root });
    const spans = await Promise.all(
      Array.from(
        { length: 6 },
        async () => (await fetch(`${localRun.url}/prod/one`)).json() as Promise<[number, number]>,
      ),
    );
    const most = Math.max(...spans.map(([at]) => spans.filter(([from, to]) => from <= at && at < to).length));
    expect(most).to.equal(2);
  });
});
