// Random numbers and inputs that are the same on each run of `npm test`, so that it finds the same on each machine.

import fc from 'fast-check';
import { sizeOf } from './exhaustive';

/** The seed of all random tests: fixed in `npm test`, another one for each exhaustive run. The variable SEED repeats a run. */
export const SEED = Number(process.env.SEED ?? sizeOf({ sample: 20_261_123, exhaustive: Date.now() % 1_000_000 }));

fc.configureGlobal({ seed: SEED });

export { fc };

/** A generator of numbers from 0 to less than 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
