// Wrong usage that shows only once a command runs.

/** What was asked for cannot be done as it was asked; its message is for whoever typed it. The exit code is 2. */
export class UsageError extends Error {}
