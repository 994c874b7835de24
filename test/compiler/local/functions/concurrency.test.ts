// The number of concurrent requests that a function of the local run handles.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { startFunction } from '../../../../compiler/local/functions/function-host';
import { cleanUp, makeFolder } from '../project';

/** The time within which another call would begin if the limit allowed it, in milliseconds. */
const PAUSE_MILLISECONDS = 300;

describe('the concurrency of a function', () => {
  afterEach(cleanUp);

  /**
   * Code that writes a + to a file at the start of each call, and a - at its end. A call ends when the expected number of calls is
   * in progress and a pause, in which another call could begin, is over.
   */
  const codeOf = (log: string, atOnce: number) => `
    const { appendFileSync, readFileSync } = require('node:fs');
    const log = ${JSON.stringify(log)};
    const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    exports.handler = async () => {
      appendFileSync(log, '+');
      while (readFileSync(log, 'utf8').split('+').length - 1 < ${atOnce}) await pause(20);
      await pause(${PAUSE_MILLISECONDS});
      appendFileSync(log, '-');
      return { statusCode: 200 };
    };`;

  /** The number of calls that ran at once, and that did not end. */
  const countsIn = (log: string) => {
    let running = 0;
    let most = 0;
    for (const sign of readFileSync(log, 'utf8')) {
      running += sign === '+' ? 1 : -1;
      most = Math.max(most, running);
    }
    return { running, most };
  };

  for (const [concurrency, calls, atOnce] of [
    [100, 12, 12],
    [2, 6, 2],
    [1, 3, 1],
  ] as const)
    it(`is ${atOnce} for ${calls} concurrent requests with a limit of ${concurrency}`, async () => {
      const folder = makeFolder();
      const log = join(folder, 'log');
      writeFileSync(join(folder, 'index.js'), codeOf(log, atOnce));
      writeFileSync(log, '');
      const host = await startFunction({
        ...{ folder, name: 'slow', arn: 'arn', logGroupName: 'log', handler: 'handler', environment: {} },
        ...{ memorySizeMegabytes: 128, initTimeoutSeconds: 60, timeoutSeconds: 60, concurrency, print: () => {} },
      });
      await Promise.all(Array.from({ length: calls }, () => host.invoke({})));
      await host.stop();
      expect(countsIn(log)).to.deep.equal({ running: 0, most: atOnce });
    });
});
