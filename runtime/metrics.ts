// Business metrics in CloudWatch's embedded metric format: members of a line of the log, read from there.

import type { JsonNumber } from './json';
import { type Action, TRANSITIONS } from './states';

/** What a request did, as far as a metric counts it. */
export type Outcome =
  | { readonly is: 'processed'; readonly currency: string; readonly amount: JsonNumber }
  | { readonly is: 'replayed' }
  | { readonly is: 'changed'; readonly action: Action }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'unavailable' }
  | { readonly is: 'failed'; readonly isReported: boolean };

/** A metric with its value, and the members of the line that it is broken down by. */
interface Metric {
  readonly name: string;
  readonly value: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

const CHANGED = { refunded: 'PaymentsRefunded', cancelled: 'PaymentsCancelled' } as const;

/** The members that an outcome adds to a line of the log (Amazon CloudWatch, "Embedded metric format specification"). */
export function renderMetrics(outcome: Outcome, namespace: string, now: Date): object {
  const metrics = metricsOf(outcome);
  return {
    ...Object.assign({}, ...metrics.map(({ name, value, dimensions }) => ({ [name]: value, ...dimensions }))),
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: metrics.map(({ name, dimensions = {} }) => ({
        Namespace: namespace,
        Dimensions: [Object.keys(dimensions)],
        Metrics: [{ Name: name, Unit: name === 'PaymentAmount' ? 'None' : 'Count' }],
      })),
    },
  };
}

function metricsOf(outcome: Outcome): Metric[] {
  switch (outcome.is) {
    case 'processed':
      return [
        { name: 'PaymentsProcessed', value: 1 },
        // A metric is a float; the exact amount is in the table.
        { name: 'PaymentAmount', value: Number(outcome.amount.toString()), dimensions: { currency: outcome.currency } },
      ];
    case 'replayed':
      return [{ name: 'PaymentsReplayed', value: 1 }];
    case 'changed':
      return [{ name: CHANGED[TRANSITIONS[outcome.action].to], value: 1 }];
    case 'refused':
      return [
        // An alarm cannot add up reasons that it does not know.
        { name: 'PaymentsRefused', value: 1 },
        { name: 'PaymentsRefused', value: 1, dimensions: { reason: outcome.reason } },
      ];
    case 'unavailable':
      return [{ name: 'RequestsUnavailable', value: 1 }];
    case 'failed':
      return [
        { name: 'RequestsFailed', value: 1 },
        ...(outcome.isReported ? [] : [{ name: 'DeadLettersLost', value: 1 }]),
      ];
  }
}
