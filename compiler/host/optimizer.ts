// V8's optimizing compiler, which the launcher of the command line delays.

import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 optimize functions after a seventh of the work that the launcher requires. Call it before a long computation: the same seconds
 * are simulated thousands of times, and take a fifth of the time once optimized. Has no effect on Node.js 22 and later, which the launcher does not delay.
 */
export function optimizeSooner(): void {
  // Versions after V8 11 print an error about the flag.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=300000');
}
