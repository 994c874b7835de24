// Business metrics in CloudWatch's embedded metric format, as members of a log line.

import { HANDLER_METRICS, type HandlerDimension, type HandlerMetric } from '../contract/handler-metrics';
import { type Action, TRANSITIONS } from '../contract/states';
import { containsCardNumber } from './card-number';
import { embedMetrics } from './embedded-metrics';
import type { JsonNumber } from './json';

/** The outcome of a request, as far as metrics count it. */
export type Outcome =
  | { readonly is: 'processed'; readonly currency: string; readonly amount: JsonNumber }
  | { readonly is: 'replayed' }
  | { readonly is: 'changed'; readonly action: Action }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'unavailable' }
  | { readonly is: 'failed'; readonly isReported: boolean };

/** The values of metrics and of their dimensions, as members of a log line. */
type Members = { readonly [M in HandlerMetric]?: number } & { readonly [D in HandlerDimension]?: string };

const CHANGED = { refunded: 'PaymentsRefunded', cancelled: 'PaymentsCancelled' } as const;

/** The members that an outcome adds to a log line. */
export function renderMetrics(outcome: Outcome, namespace: string, now: Date): object {
  return embedMetrics(membersOf(outcome), HANDLER_METRICS, namespace, now);
}

function membersOf(outcome: Outcome): Members {
  switch (outcome.is) {
    case 'processed':
      return { PaymentsProcessed: 1, ...amountMembers(outcome.amount.toString(), outcome.currency) };
    case 'replayed':
      return { PaymentsReplayed: 1 };
    case 'changed':
      return { [CHANGED[TRANSITIONS[outcome.action].to]]: 1 };
    case 'refused':
      return { PaymentsRefused: 1, reason: outcome.reason };
    case 'unavailable':
      return { RequestsUnavailable: 1 };
    case 'failed':
      return outcome.isReported ? { RequestsFailed: 1 } : { RequestsFailed: 1, DeadLettersLost: 1 };
  }
}

/** The amount as a float; the table has the exact amount. An amount with the digits of a card number is not published. */
function amountMembers(amount: string, currency: string): Members {
  return containsCardNumber(amount) ? {} : { PaymentAmount: Number(amount), currency };
}
