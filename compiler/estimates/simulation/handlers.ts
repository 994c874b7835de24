// The payment handlers behind the API: the metrics that they publish, and the failures that they report to their dead-letter queues.

import type { HandlerMetric } from '../../../contract/handler-metrics';
import { HANDLER_ENTRY } from '../../../contract/settings';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';
import { functionsBehind } from '../../language/expand/throughput';
import type { Books } from './books';
import type { Clients } from './clients';
import type { Queues } from './events/queues';
import type { RecordMetric } from './metrics';
import type { RefusalCount } from './recording';
import type { TableStage } from './table-stage';
import { UNAVAILABLE_STATUS } from './tables';

/** The metrics of the routes that change payments, by their method and path (runtime/request-handler.ts). */
const CHANGES: Readonly<Record<string, HandlerMetric>> = {
  'POST /payments': 'PaymentsProcessed',
  'POST /payments/{id}/refund': 'PaymentsRefunded',
  'POST /payments/{id}/cancel': 'PaymentsCancelled',
};

/** The status of an internal failure. */
const FAILED = 500;

/** The amount of a usual payment. Alarms compare amounts with their average, so that the unit does not matter. */
const USUAL_AMOUNT = 1;

type HandlerMetrics = Readonly<Partial<Record<HandlerMetric, RecordMetric | undefined>>>;

interface Handler {
  readonly name: string;
  readonly deadLetterQueue: string | undefined;
  readonly metrics: HandlerMetrics;
  /** The recorders of amounts, one for each currency. */
  readonly amounts: readonly (RecordMetric | undefined)[];
  /** The places of the methods that change payments, with their metrics. */
  readonly changes: readonly { readonly method: number; readonly metric: HandlerMetric }[];
}

/** The payment handlers behind the API. Amounts are requests a second of the present step. */
export class Handlers {
  private readonly handlers: ReadonlyMap<string, Handler>;
  private readonly refused = new Map<string, RefusalCount>();

  constructor(
    { api, functions, payment }: ExpandedEnvironment,
    methods: readonly ApiMethod[],
    private readonly queues: Queues,
    private readonly books: Books,
  ) {
    const names = [...functionsBehind(api)].filter((name) => functions[name]?.entry === HANDLER_ENTRY);
    this.handlers = new Map(names.map((name) => [name, handlerOf(name)]));

    function handlerOf(name: string): Handler {
      const resource = `functions.${name}.metrics`;
      const metric = (of: HandlerMetric, dimensions = {}) => books.metrics.recorder({ resource, name: of, dimensions });
      return {
        ...{ name, deadLetterQueue: functions[name]?.deadLetterQueue },
        metrics: {
          PaymentsProcessed: metric('PaymentsProcessed'),
          PaymentsReplayed: metric('PaymentsReplayed'),
          PaymentsRefunded: metric('PaymentsRefunded'),
          PaymentsCancelled: metric('PaymentsCancelled'),
          PaymentsRefused: metric('PaymentsRefused'),
          RequestsFailed: metric('RequestsFailed'),
          DeadLettersLost: metric('DeadLettersLost'),
          // The simulation does not know which handler answers that a table is unavailable.
          ...(names.length === 1 && { RequestsUnavailable: metric('RequestsUnavailable') }),
        },
        amounts: payment.currencies.map((currency) => metric('PaymentAmount', { currency })),
        changes: methods.flatMap(({ route }, method) => {
          const of = CHANGES[`${route.method} ${route.path}`];
          return route.function === name && of !== undefined ? [{ method, metric: of }] : [];
        }),
      };
    }
  }

  /** Records requests of a method that a function answers with an error. */
  fail(name: string, status: number, method: number, requests: number): void {
    this.refusalOf(name, status).add(requests);
    const handler = this.handlers.get(name);
    if (handler === undefined) return;
    const { metrics, deadLetterQueue } = handler;
    const isWrite = handler.changes.some((change) => change.method === method);
    if (status < FAILED && isWrite) metrics.PaymentsRefused?.(1, requests);
    if (status !== FAILED) return;
    metrics.RequestsFailed?.(1, requests);
    const reported = deadLetterQueue === undefined ? 0 : this.queues.send(deadLetterQueue, requests);
    metrics.DeadLettersLost?.(1, requests - reported);
  }

  /** Records the changes of payments in the present step, and the requests that no table could serve. */
  end(tables: TableStage, clients: Clients): void {
    for (const handler of this.handlers.values()) {
      const { metrics, changes } = handler;
      for (const { method, metric } of changes) {
        const count = tables.allSucceeded(method);
        metrics[metric]?.(1, count);
        if (metric === 'PaymentsProcessed') this.recordAmounts(handler, count);
      }
      metrics.RequestsUnavailable?.(1, clients.failedBetween(UNAVAILABLE_STATUS, UNAVAILABLE_STATUS));
    }
  }

  private recordAmounts({ name, amounts }: Handler, payments: number): void {
    // A fault begins with a step of one second.
    const unusual = this.books.faults.unusualAmounts(name);
    for (const amount of amounts) {
      amount?.(USUAL_AMOUNT, payments / amounts.length);
      for (const factor of unusual) amount?.(USUAL_AMOUNT * factor, 1);
    }
  }

  private refusalOf(name: string, status: number): RefusalCount {
    const key = `${name} ${status}`;
    const known = this.refused.get(key);
    if (known !== undefined) return known;
    const created = this.books.recording.refusal({ what: `function ${name}` }, `HTTP ${status}`, status);
    this.refused.set(key, created);
    return created;
  }
}
