// Types for dynalite, which does not have its own.

declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Creates a server that implements DynamoDB's protocol. */
  const dynalite: (options: {
    /** The folder of the store (default: in memory). */
    readonly path?: string;
    /** How long tables stay in each state, in milliseconds. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
  }) => Server;
  export = dynalite;
}
