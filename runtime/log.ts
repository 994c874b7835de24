// The log: one JSON line for each request, made of listed fields only.

import { holdsCardNumber, REMOVED } from './card-number';
import { type Outcome, renderMetrics } from './metrics';

/** All that a line may say. No customer, payment method, body, header or key is among it, and an amount only as a metric. */
export interface LogEntry {
  readonly message: 'request handled' | 'failure not reported';
  readonly requestId: string;
  readonly correlationId: string;
  readonly method: string;
  readonly resource: string;
  readonly statusCode: number;
  readonly coldStart?: boolean | undefined;
  readonly paymentId?: string | undefined;
  readonly durationMilliseconds?: number | undefined;
  readonly reason?: string | undefined;
  readonly errorName?: string | undefined;
}

/** Writes a line of the log; with an outcome, it carries its metrics. */
export type Log = (level: 'info' | 'error', entry: LogEntry, outcome?: Outcome) => void;

/** Makes a log that hands each line to a writer. */
export function createLog(write: (line: string) => void, now: () => Date, metricsNamespace: string): Log {
  return (level, entry, outcome) => {
    const time = now();
    const metrics = outcome && renderMetrics(outcome, metricsNamespace, time);
    write(`${JSON.stringify({ level, time: time.toISOString(), ...entry, ...metrics }, withoutCardNumbers)}\n`);
  };
}

/** Whatever a line is made of, no text or number of it holds a card number. */
function withoutCardNumbers(_name: string, value: unknown): unknown {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText && holdsCardNumber(String(value)) ? REMOVED : value;
}
