// Wrong usage that a command detects while it runs.

/** Wrong usage of a command. The message is for the user; the exit code is 2. */
export class UsageError extends Error {}
