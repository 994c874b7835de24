// Errors of the local run that the user can fix.

/** An error that the user or the machine caused. The message is one or more printable lines. */
export class LocalRunError extends Error {
  override readonly name = 'LocalRunError';
}

/** The error for a port that a stand-in cannot listen on; `option` chooses another port. */
export function unusablePort(port: number, { code }: NodeJS.ErrnoException, option: string): LocalRunError {
  return new LocalRunError(`cannot listen on port ${port} (${code}): choose another with ${option}`);
}
