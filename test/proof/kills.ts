// Traffic to a server that is killed while it answers, and started again.

import type { Ledger } from './ledger';

/** What is killed, how it is paid through, and how much. */
export interface Traffic {
  readonly payments: number;
  readonly kills: number;
  start(): Promise<{ readonly url: string; kill(): unknown }>;
  send(url: string, customer: string): Promise<Response>;
  readonly ledger: Ledger;
}

/** Payments that are under way at any time. */
const CLIENTS = 20;

/** Posts payments, each again until it is acknowledged, while the server is killed at even distances; gives the kills. */
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
          // The other clients' payments are under way.
          void server.kill();
          killed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  }
  return killed;
}

/** The id of an acknowledged payment; undefined where there was no answer, or none that says so. */
async function pay(url: string, customer: string, send: Traffic['send']): Promise<string | undefined> {
  try {
    const response = await send(url, customer);
    const { payment_id: id } = (await response.json()) as { payment_id?: string };
    return response.ok ? id : undefined;
  } catch {
    return undefined;
  }
}
