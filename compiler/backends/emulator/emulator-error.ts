// Errors of the local run that the user can correct.

/** A mistake of the user or a condition of the machine. The message is one or more printable lines. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
}

/** The error for a port that a stand-in cannot listen on; `option` chooses another port. */
export function unusablePort(port: number, { code }: NodeJS.ErrnoException, option: string): EmulatorError {
  return new EmulatorError(`cannot listen on port ${port} (${code}): choose another with ${option}`);
}
