// The embedded run, killed in mid-traffic: what it acknowledged is in its data when it comes up again.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { PAYMENT } from '../runtime/local-handler';
import { ROOT } from '../spec';
import { payThroughKills } from './kills';
import { COUNTS, Ledger, ROUNDS } from './ledger';

describe('the embedded run', function () {
  this.timeout(ROUNDS * 120_000);
  let data: string;
  let server: ChildProcess | undefined;
  before(() => {
    data = mkdtempSync(join(tmpdir(), 'payment-spec-'));
  });
  afterEach(() => server?.kill('SIGKILL'));
  after(() => rmSync(data, { recursive: true }));

  async function start() {
    const args = ['start', '--spec', 'spec/pr1234.yaml', '--port', '0', '--data', data];
    const child = spawn(process.execPath, [join(ROOT, 'bin/payment-spec.cjs'), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url] = /^Serving (\S+),/.exec(line) ?? [];
      if (url === undefined) continue;
      child.stdout.resume();
      return { url: `${url}/prod/payments`, kill: () => child.kill('SIGKILL') };
    }
    throw new Error('the embedded run ended before it served');
  }

  it('has each payment once that it acknowledged before it was killed', async () => {
    const ledger = new Ledger();
    const send = (url: string, customer: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': customer },
        body: JSON.stringify({ ...PAYMENT, customer_id: customer }),
      });
    COUNTS.kills += await payThroughKills({ payments: ROUNDS * 120, kills: ROUNDS * 2, start, send, ledger });

    const ended = server && once(server, 'exit');
    server?.kill('SIGKILL');
    await ended;
    const { url } = await start();
    ledger.compare(await listAll(url));
  });
});

/** All payments of the list, page by page. */
async function listAll(first: string): Promise<{ id: string; customer: string }[]> {
  const found: { id: string; customer: string }[] = [];
  let next: string | undefined = `${first}?limit=50`;
  while (next !== undefined) {
    const response: Response = await fetch(next);
    expect(response.status).to.equal(200);
    for (const { id, customer_id: customer } of (await response.json()) as { id: string; customer_id: string }[])
      found.push({ id, customer });
    const [, link] = /^<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '') ?? [];
    next = link === undefined ? undefined : new URL(link, first).href;
  }
  return found;
}
