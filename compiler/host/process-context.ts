// The process variables and the date that a compilation depends on.

/** The inputs of a compilation that the process has. */
export interface ProcessContext {
  readonly variables: NodeJS.ProcessEnv;
  /** The date, as YYYY-MM-DD in UTC. */
  readonly today: string;
}

/** The variables of this process, and today's date. SOURCE_DATE_EPOCH, in seconds, replaces the clock for reproducible runs. */
export function processContext(): ProcessContext {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const now = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return { variables: process.env, today: now.toISOString().slice(0, 10) };
}
