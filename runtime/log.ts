// The log: one JSON line for each request, with only the listed fields.

import { containsCardNumber, REMOVED } from './card-number';
import { type Outcome, renderMetrics } from './metrics';

/** The fields of a line. Excludes customers, payment methods, bodies, headers and keys; amounts occur only as metrics. */
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

/** Writes a line of the log; with an outcome, the line includes its metrics. */
export type Log = (level: 'info' | 'error', entry: LogEntry, outcome?: Outcome) => void;

/** Creates a log that passes each line to a writer. */
export function createLog(write: (line: string) => void, now: () => Date, metricsNamespace: string): Log {
  return (level, entry, outcome) => {
    const time = now();
    const metrics = outcome && renderMetrics(outcome, metricsNamespace, time);
    const line = withoutCardNumbers({ level, time: time.toISOString(), ...entry, ...metrics });
    write(`${JSON.stringify(line)}\n`);
  };
}

/** Replaces the texts and numbers that contain a card number. Values within members only define metrics, and hold nothing of a request. */
function withoutCardNumbers(members: Readonly<Record<string, unknown>>): object {
  const line: Record<string, unknown> = { ...members };
  for (const [name, value] of Object.entries(line)) {
    const isText = typeof value === 'string' || typeof value === 'number';
    if (isText && containsCardNumber(String(value))) line[name] = REMOVED;
  }
  return line;
}

/** The name of an error, without its message, which may quote data. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
