// What the process gives a compilation: its variables, and the day.

import type { Surroundings } from './compile';

/** The variables of this process, and today; SOURCE_DATE_EPOCH, in seconds, stands for now where a run must be repeatable. */
export function currentSurroundings(): Surroundings {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const now = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return { variables: process.env, today: now.toISOString().slice(0, 10) };
}
