// The size of the tests: the sample of `npm test`, or everything with EXHAUSTIVE=1, which `npm run test:exhaustive` sets.

import { createHash } from 'node:crypto';

/** Whether each case is tested instead of a sample. */
const IS_EXHAUSTIVE = process.env.EXHAUSTIVE === '1';

/** The size of a test, such as a number of cases: that of `npm test`, or the larger one of `npm run test:exhaustive`. */
export function sizeOf<Size>({ sample, exhaustive }: { readonly sample: Size; readonly exhaustive: Size }): Size {
  return IS_EXHAUSTIVE ? exhaustive : sample;
}

/**
 * Whether a case is tested: a share of all cases from 0 to 1 in `npm test`, each in `npm run test:exhaustive`. It depends only on
 * the name, so that the sample is the same on each run and each machine.
 */
export function isSampled(name: string, share: number): boolean {
  return IS_EXHAUSTIVE || createHash('sha256').update(name).digest().readUInt32BE() < share * 2 ** 32;
}

/** Registers a test that only `npm run test:exhaustive` runs. */
export const itInExhaustive = (title: string, test: Mocha.AsyncFunc): void => {
  if (IS_EXHAUSTIVE) it(title, test);
};

/** Registers tests that only `npm run test:exhaustive` runs. */
export const describeInExhaustive = (title: string, tests: () => void): void => {
  if (IS_EXHAUSTIVE) describe(title, tests);
};
