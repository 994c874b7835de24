// The shipped specs on a day in 2031: nothing in the specs or the program expires.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { ENVIRONMENTS, ROOT } from '../../spec';
import { runCommand } from './run';

const DAY = '2031-01-01';

/** Variables that set the clock of a process to that day. SOURCE_DATE_EPOCH is removed, because it overrides the clock. */
const variables = {
  CLOCK_DAY: DAY,
  NODE_OPTIONS: `--require ${join(ROOT, 'test/shifted-clock.cjs')}`,
  SOURCE_DATE_EPOCH: undefined,
};

/** The codes of diagnostics about waivers, and of findings that the shipped specs waive. */
const OF_WAIVERS = ['ENV3045', 'ENV3050', 'ENV3051', 'ENV3052', 'ENV3055', 'ENV3090', 'ENV3240'];

describe(`on ${DAY}`, () => {
  // Builds the command line with the real clock.
  before(() => runCommand(['--help']));

  it('a command uses this day', () => {
    const { stdout } = runCommand(['validate', '-', '--format', 'json'], {
      variables,
      input:
        'extends: pr1234.yaml\nwaivers: { unsigned-requests: { reviewBy: null, expires: 2030-12-31 } }\nsuffix: other\n',
    });
    const codes = JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
    expect(codes).to.include.members(['ENV3050', 'ENV3090']);
  });

  it('all shipped specs are valid, and no waiver has expired', () => {
    const { code, stdout } = runCommand(['validate', '--format', 'json'], { variables });
    const { specs, diagnostics } = JSON.parse(stdout);
    expect(code).to.equal(0);
    expect(specs.map(({ path }: { path: string }) => path)).to.deep.equal(ENVIRONMENTS);
    expect(specs.filter(({ valid }: { valid: boolean }) => !valid)).to.deep.equal([]);
    const codes = diagnostics.map(({ code: found }: { code: string }) => found);
    expect(codes.filter((found: string) => OF_WAIVERS.includes(found))).to.deep.equal([]);
  });

  it('a local run of pr1234 starts and responds', async () => {
    const args = [join(ROOT, 'bin/payment-spec.cjs'), 'start', '--spec', 'spec/pr1234.yaml', '--port', '0'];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const url = await new Promise<string>((resolve, reject) => {
        const printed: string[] = [];
        createInterface({ input: child.stderr }).on('line', (line) => printed.push(line));
        createInterface({ input: child.stdout }).on('line', (line) => {
          printed.push(line);
          const [, found] = /^Serving (\S+),/.exec(line) ?? [];
          if (found !== undefined) resolve(found);
        });
        child.on('close', () => reject(new Error(printed.join('\n'))));
      });
      const answer = await fetch(`${url}/prod/payments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'in-2031' },
        body: JSON.stringify({ amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' }),
      });
      expect(answer.status, await answer.text()).to.equal(200);
    } finally {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });
});
