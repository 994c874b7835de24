// The local run, killed during traffic: acknowledged payments are in its data after a restart.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { PAYMENT } from '../runtime/local-handler';
import { type EmbeddedRun, startEmbeddedRun } from './embedded-run';
import { payThroughKills } from './kills';
import { COUNTS, Ledger, printCounts, ROUNDS } from './ledger';

printCounts();

describe('the local run', () => {
  let data: string;
  let server: EmbeddedRun | undefined;
  before(() => {
    data = mkdtempSync(join(tmpdir(), 'payment-spec-'));
  });
  after(async () => {
    await server?.kill();
    rmSync(data, { recursive: true });
  });

  async function start() {
    await server?.kill();
    server = await startEmbeddedRun('--data', data);
    return { url: `${server.url}/prod/payments`, kill: server.kill };
  }

  it('contains each acknowledged payment once after it was killed', async () => {
    const ledger = new Ledger();
    const send = (url: string, customer: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': customer },
        body: JSON.stringify({ ...PAYMENT, customer_id: customer }),
      });
    COUNTS.kills += await payThroughKills({ payments: ROUNDS * 120, kills: ROUNDS * 2, start, send, ledger });

    const { url } = await start();
    ledger.compare(await listAll(url));
  });
});

/** Reads all pages of the list of payments. */
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
