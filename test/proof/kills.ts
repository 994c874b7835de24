// Sends traffic to a server that is repeatedly killed and restarted.

import type { Ledger } from './ledger';

/** The server to kill, how to send payments, and their number. */
export interface Traffic {
  readonly payments: number;
  readonly kills: number;
  start(): Promise<{ readonly url: string; kill(): unknown }>;
  send(url: string, customer: string): Promise<Response>;
  readonly ledger: Ledger;
}

/** Number of concurrent payments. */
const CLIENTS = 20;

/** Posts payments and retries each until it is acknowledged, while the server is killed at regular intervals. Returns the number of kills. */
export async function payThroughKills({ payments, kills, start, send, ledger }: Traffic): Promise<number> {
  const open = Array.from({ length: payments }, (_, at) => `killed-${at}`);
  let killed = 0;
  while (open.length > 0) {
    const server = await start();
    const enough = killed < kills ? Math.max(0, open.length - payments / (kills + 1)) : 0;
    let isUp = true;
    const client = async () => {
      while (isUp && open.length > 0) {
        const customer = open.shift() ?? '';
        const id = await pay(server.url, customer, send);
        if (id === undefined) open.push(customer);
        else ledger.acknowledge(customer, id);
        if (isUp && enough > 0 && open.length <= enough) {
          isUp = false;
          // The payments of the other clients are in progress.
          void server.kill();
          killed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  }
  return killed;
}

/** The id of an acknowledged payment; undefined without a response or an acknowledgement. */
async function pay(url: string, customer: string, send: Traffic['send']): Promise<string | undefined> {
  try {
    const response = await send(url, customer);
    const { payment_id: id } = (await response.json()) as { payment_id?: string };
    return response.ok ? id : undefined;
  } catch {
    return undefined;
  }
}
