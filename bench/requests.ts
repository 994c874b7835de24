// Measures a request through the local run, against a bare HTTP server in the same process.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compileSpec, processContext, readFrom } from '../compiler/index';
import { startLocalRun } from '../compiler/local/local-run';
import { timeCalls } from './measure';

const ROUNDS = 300;

/** Prints the times of a POST and a GET of a payment. */
export async function benchRequests(root: string): Promise<void> {
  console.log(`Sequential requests through the local run, median of ${ROUNDS}`);
  const { graph } = compileSpec('spec/pr1234.yaml', readFrom(root), processContext());
  if (graph === undefined) throw new Error('spec/pr1234.yaml does not compile');
  const bare = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  const started = performance.now();
  const localRun = await startLocalRun(graph, { root, port: 0, print: () => {} });
  console.log(`  started in ${(performance.now() - started).toFixed(0)} ms`);
  try {
    const call = async (url: string, body?: object): Promise<void> => {
      const response = await fetch(url, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      await response.text();
    };
    const payment = { amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
    const url = `${localRun.url}/prod/payments`;
    const floor = await timeCalls(ROUNDS, () => call(`http://127.0.0.1:${(bare.address() as AddressInfo).port}`));
    const post = await timeCalls(ROUNDS, () => call(url, payment));
    await call(url, { ...payment, id: 'pay-1' });
    const get = await timeCalls(ROUNDS, () => call(`${url}/pay-1`));
    for (const [what, time] of Object.entries({
      'a bare HTTP server': floor,
      'POST /payments': post,
      'GET /payments/{id}': get,
    })) {
      console.log(`  ${what.padEnd(34)} ${time.toFixed(2).padStart(9)} ms   ${(time / floor).toFixed(1)} × bare`);
    }
  } finally {
    bare.close();
    await localRun.stop();
  }
}
