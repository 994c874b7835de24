// Measures a request through the local run, against a bare HTTP server in the same process.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { compileSpec } from '../compiler/compile/compile';
import { readFrom } from '../compiler/host/files';
import { processContext } from '../compiler/host/process-context';
import { startLocalRun } from '../compiler/local/local-run';
import { timeCalls } from './measure';
import type { Bench, Row } from './row';

const ROUNDS = { full: 300, small: 3 };

/** The start of a local run, and a POST and a GET of a payment. */
export const requests: Bench = {
  name: 'requests',
  measure: async (size) => {
    const root = join(__dirname, '..');
    const { graph } = compileSpec('spec/pr1234.yaml', readFrom(root), processContext());
    if (graph === undefined) throw new Error('spec/pr1234.yaml does not compile');
    const bare = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    const started = performance.now();
    const localRun = await startLocalRun(graph, { root, port: 0, print: () => {} });
    const start = { work: 'local run: start', measured: `${(performance.now() - started).toFixed(0)} ms`, goal: '–' };
    try {
      const payment = { amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
      const url = `${localRun.url}/prod/payments`;
      const time = (work: () => unknown) => timeCalls(ROUNDS[size], work);
      const floor = await time(() => call(`http://127.0.0.1:${(bare.address() as AddressInfo).port}`));
      const post = await time(() => call(url, payment));
      await call(url, { ...payment, id: 'pay-1' });
      const get = await time(() => call(`${url}/pay-1`));
      const row = (work: string, milliseconds: number): Row => ({
        work: `local run: ${work}`,
        measured: `${milliseconds.toFixed(2)} ms, ${(milliseconds / floor).toFixed(1)} × a bare HTTP server`,
        goal: '–',
      });
      return [start, row('POST /payments', post), row('GET /payments/{id}', get)];
    } finally {
      bare.close();
      await localRun.stop();
    }
  },
};

async function call(url: string, body?: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const request = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(url, request);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  await response.text();
}
