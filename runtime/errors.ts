// Errors that clients may read: rejected requests, and requests that cannot be processed temporarily.

/** An error in a request with its location: a JSON pointer into the body (RFC 6901), or the name of a parameter or header. */
export interface Fault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

/** The reasons for rejecting a request, the last part of a problem's type: each with its status and title. */
export const REASONS = {
  'malformed-request': [400, 'The request cannot be read'],
  'invalid-payment': [400, 'The payment is invalid'],
  'card-number': [400, 'Card numbers are not accepted'],
  'invalid-query': [400, 'The query is invalid'],
  'missing-idempotency-key': [400, 'An Idempotency-Key is required'],
  'not-found': [404, 'The resource does not exist'],
  'method-not-allowed': [405, 'The resource does not support the method'],
  conflict: [409, 'The request conflicts with the state of the payment'],
  'version-mismatch': [412, 'The payment has changed'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The media type of the body is not supported'],
  'idempotency-key-reused': [422, 'The Idempotency-Key belongs to another request'],
  'internal-error': [500, 'The request failed because of an internal error'],
  unavailable: [503, 'The service is temporarily unavailable'],
} as const satisfies Record<string, readonly [statusCode: number, title: string]>;

/** The reason for rejecting a request. */
export type Reason = keyof typeof REASONS;

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
