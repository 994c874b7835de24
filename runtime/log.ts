// The log: one JSON line for each request, made of listed fields only.

/** All that a line may say. No amount, customer, payment method, body or header is among it. */
export interface LogEntry {
  readonly message: 'request handled' | 'failure not reported';
  readonly requestId: string;
  readonly method: string;
  readonly resource: string;
  readonly statusCode: number;
  readonly paymentId?: string | undefined;
  readonly durationMilliseconds?: number | undefined;
  readonly errorName?: string | undefined;
}

/** Writes a line of the log. */
export type Log = (level: 'info' | 'error', entry: LogEntry) => void;

/** Makes a log that hands each line to a writer. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (level, entry) => write(`${JSON.stringify({ level, time: now().toISOString(), ...entry })}\n`);
}
