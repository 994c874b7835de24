// The part of dynalite that the local run uses: it comes without types.

declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Makes a server that speaks DynamoDB's protocol. */
  const dynalite: (options: {
    /** The folder of the store; absent: in memory. */
    readonly path?: string;
    /** How long tables stay in each state, in milliseconds. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
  }) => Server;
  export = dynalite;
}
