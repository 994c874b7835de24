// The books of a run with faults: each payment that the API has acknowledged must be stored exactly once.

import type { GatewayRequest, GatewayResponse } from './gateway/gateway-message';

/** The books when a run ends. */
export interface Books {
  /** The number of ids in responses with a 2xx status to POST requests. */
  readonly acknowledged: number;
  /** The number of these ids that a table contains. */
  readonly stored: number;
  /** Acknowledged ids that no table contains. */
  readonly lost: readonly string[];
  /** Idempotency-Keys that received responses with different ids. */
  readonly duplicated: readonly string[];
}

/** Records the ids that the API acknowledges. */
export class Ledger {
  readonly #ids = new Set<string>();
  readonly #idsByKey = new Map<string, Set<string>>();

  /** Records a response to a client. */
  record(request: GatewayRequest, { statusCode, body }: GatewayResponse): void {
    if (request.method !== 'POST' || statusCode < 200 || statusCode > 299) return;
    const id = idOf(String(body));
    if (id === undefined) return;
    this.#ids.add(id);
    const [, key] = request.headers.find(([name]) => name.toLowerCase() === 'idempotency-key') ?? [];
    if (key === undefined) return;
    const known = this.#idsByKey.get(key) ?? new Set();
    this.#idsByKey.set(key, known.add(id));
  }

  /** Compares the acknowledged ids with those in the tables. */
  close(stored: ReadonlySet<string>): Books {
    const lost = [...this.#ids].filter((id) => !stored.has(id));
    const duplicated = [...this.#idsByKey].filter(([, ids]) => ids.size > 1).map(([key]) => key);
    return { acknowledged: this.#ids.size, stored: this.#ids.size - lost.length, lost, duplicated };
  }
}

/** The id in a JSON object, such as that of a payment; undefined if it has none. */
function idOf(body: string): string | undefined {
  try {
    const parsed = JSON.parse(body) as { readonly payment_id?: unknown; readonly id?: unknown };
    const id = parsed.payment_id ?? parsed.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Whether no payment is lost or duplicated. */
export function areClosed({ lost, duplicated }: Books): boolean {
  return lost.length === 0 && duplicated.length === 0;
}

/** Maximum number of ids that are printed. */
const MOST_IDS = 5;

/** Renders the books as one line. */
export function renderBooks({ acknowledged, stored, lost, duplicated }: Books): string {
  const list = (ids: readonly string[]) =>
    ids.length === 0
      ? '0'
      : `${ids.length} (${ids.slice(0, MOST_IDS).join(', ')}${ids.length > MOST_IDS ? ', …' : ''})`;
  return `Acknowledged payments: ${acknowledged}; stored: ${stored}; lost: ${list(lost)}; duplicated: ${list(duplicated)}`;
}
