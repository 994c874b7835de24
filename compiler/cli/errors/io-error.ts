// Distinguishes errors of the operating system and of services, such as a full disk or missing permissions, from defects of this program.

import { getSystemErrorMap } from 'node:util';
import { ServiceError } from './service-error';

/** The end of a child process by a signal. The message is for the user; the exit code is 1. */
export class ChildProcessError extends Error {}

/**
 * Describes an error of the operating system in one line: the call, the file and the reason; or that of a service. Undefined for any
 * other error. Only errors of the operating system have a system call and a number from the system's list of errors.
 */
export function describeIoError(problem: unknown): string | undefined {
  if (problem instanceof ChildProcessError || problem instanceof ServiceError) return problem.message;
  if (!(problem instanceof Error)) return undefined;
  const { errno, syscall, path, code } = problem as NodeJS.ErrnoException;
  if (typeof errno !== 'number' || typeof syscall !== 'string') return undefined;
  const [, reason = code] = getSystemErrorMap().get(errno) ?? [];
  return `cannot ${syscall}${path === undefined ? '' : ` ${path}`}: ${reason} (${code})`;
}
