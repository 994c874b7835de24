// Failures of calls to AWS or to a local run.

/** A failed call. The message is for the user; the exit code is 1. */
export class ServiceError extends Error {}
