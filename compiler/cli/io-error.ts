// Tells errors of the operating system, such as a full disk, from defects of this program.

import { getSystemErrorMap } from 'node:util';

/** A program that this one calls did not end by itself: its message is for the user. The exit code is 1. */
export class ChildProcessError extends Error {}

/**
 * One line about an error of the operating system: which call failed, on which file, and the reason. Undefined for any other
 * error. Node.js gives such an error, and no other, a system call and a number that the system's list of errors has.
 */
export function describeIoError(problem: unknown): string | undefined {
  if (problem instanceof ChildProcessError) return problem.message;
  if (!(problem instanceof Error)) return undefined;
  const { errno, syscall, path, code } = problem as NodeJS.ErrnoException;
  if (typeof errno !== 'number' || typeof syscall !== 'string') return undefined;
  const [, reason = code] = getSystemErrorMap().get(errno) ?? [];
  return `cannot ${syscall}${path === undefined ? '' : ` ${path}`}: ${reason} (${code})`;
}
