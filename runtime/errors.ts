// Errors that clients may read: rejected requests, and requests that cannot be processed temporarily.

import { REASONS, type Reason } from '../contract/problems';

/** An error in a request with its location: a JSON pointer into the body (RFC 6901), or the name of a parameter or header. */
export interface Fault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

/** A rejected request; its message is the `error` member of the response. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly statusCode: number;

  constructor(
    readonly reason: Reason,
    message: string,
    readonly details: { readonly faults?: readonly Fault[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    [this.statusCode] = REASONS[reason];
  }
}

/** Creates the error for all faults of a request; the message is the first fault. */
export function refuse(reason: Reason, faults: readonly [Fault, ...Fault[]]): RequestError {
  return new RequestError(reason, faults[0].detail, { faults });
}
