// The books of a run with faults: what the API has acknowledged must be stored, once.

import type { GatewayRequest, GatewayResponse } from './gateway/gateway-message';

/** The books when a run ends. */
export interface Books {
  /** The number of ids that clients were told with a 2xx status in response to a POST. */
  readonly acknowledged: number;
  /** How many of them are the key of an item in a table. */
  readonly stored: number;
  /** Acknowledged ids that no table contains. */
  readonly lost: readonly string[];
  /** Idempotency-Keys under which clients were told more than one id. */
  readonly doubled: readonly string[];
}

/** Records what the API acknowledges. */
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
    const doubled = [...this.#idsByKey].filter(([, ids]) => ids.size > 1).map(([key]) => key);
    return { acknowledged: this.#ids.size, stored: this.#ids.size - lost.length, lost, doubled };
  }
}

/** The id in a JSON object: of a payment, or of whatever else the API creates. */
function idOf(body: string): string | undefined {
  try {
    const parsed = JSON.parse(body) as { readonly payment_id?: unknown; readonly id?: unknown };
    const id = parsed.payment_id ?? parsed.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Whether nothing is lost or doubled. */
export function areClosed({ lost, doubled }: Books): boolean {
  return lost.length === 0 && doubled.length === 0;
}

/** Maximum number of ids that are printed. */
const MOST_IDS = 5;

/** Renders the books as one line. */
export function renderBooks({ acknowledged, stored, lost, doubled }: Books): string {
  const list = (ids: readonly string[]) =>
    ids.length === 0
      ? '0'
      : `${ids.length} (${ids.slice(0, MOST_IDS).join(', ')}${ids.length > MOST_IDS ? ', …' : ''})`;
  return `Books: ${acknowledged} acknowledged, ${stored} stored, ${list(lost)} lost, ${list(doubled)} doubled`;
}
