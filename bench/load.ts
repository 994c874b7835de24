// Sends payments to a local run, on ten connections.

import { Agent, request } from 'node:http';

/** The number of connections. */
export const CONNECTIONS = 10;

/** A payment that each handler accepts. */
export const PAYMENT = { amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };

/** Creates a payment. Returns its id. Throws if it is refused. */
export async function createPayment(url: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(PAYMENT) });
  const body = (await response.json()) as { readonly payment_id: string };
  if (!response.ok) throw new Error(`${url}: ${response.status} ${JSON.stringify(body)}`);
  return body.payment_id;
}

/** Sends requests on each connection, one after another, for some seconds. Returns the answers per second. */
export async function load(method: 'GET' | 'POST', url: string, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + 1000 * seconds;
  let answers = 0;
  const connection = async () => {
    while (performance.now() < end) {
      const status = await send(agent, method, url);
      if (status >= 300) throw new Error(`${method} ${url}: ${status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  agent.destroy();
  return answers / seconds;
}

/** Sends a request. Returns the status of its answer. */
export function send(agent: Agent, method: 'GET' | 'POST', url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(method === 'POST' ? JSON.stringify(PAYMENT) : undefined);
  });
}
