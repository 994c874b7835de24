// Sample values of metrics, derived from their names.

import { createHash } from 'node:crypto';

/** The number of sample values: one for each minute of an hour. */
export const POINTS = 60;

/** Values that resemble a quiet hour: almost no errors, and part of a limit if there is one. */
export function sampleValues(seed: string, limit: number | undefined): number[] {
  const bytes = Array.from({ length: Math.ceil(POINTS / 32) }, (_, at) => [
    ...createHash('sha256').update(`${seed} ${at}`).digest(),
  ]).flat();
  if (/\S*(error|throttle|refused|oldest|visible)\S*( Maximum)?$/i.test(seed))
    return bytes.slice(0, POINTS).map((byte) => (byte > 250 ? 1 : 0));
  const usual = limit === undefined ? 100 : limit / 3;
  return bytes.slice(0, POINTS).map((byte, at) => usual * (0.8 + 0.2 * Math.sin(at / 9) + byte / 1280));
}
