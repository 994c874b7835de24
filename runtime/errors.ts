// The error that a client may read: a request that is refused, or one that cannot be answered just now.

/** What is wrong in a request, and where: a JSON pointer into the body (RFC 6901), or the name of a parameter or header. */
export interface Fault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

/** Why a request is refused, by the last part of the problem's type: each with its status and title. */
export const REASONS = {
  'malformed-request': [400, 'The request cannot be read'],
  'invalid-payment': [400, 'The payment has faults'],
  'card-number': [400, 'Card numbers are not accepted'],
  'invalid-query': [400, 'The query has faults'],
  'missing-idempotency-key': [400, 'An Idempotency-Key is required'],
  'not-found': [404, 'There is no such thing'],
  'method-not-allowed': [405, 'The resource has no such method'],
  conflict: [409, 'The request conflicts with the payment as it is'],
  'version-mismatch': [412, 'The payment has changed'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body is not of a type that is read'],
  'idempotency-key-reused': [422, 'The Idempotency-Key belongs to another request'],
  'internal-error': [500, 'The request failed inside'],
  unavailable: [503, 'The service is not available just now'],
} as const satisfies Record<string, readonly [statusCode: number, title: string]>;

/** Why a request is refused. */
export type Reason = keyof typeof REASONS;

/** A request that is refused; its message is the `error` member of the answer. */
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

/** Refuses a request for all its faults, the first of which is the message. */
export function refuse(reason: Reason, faults: readonly [Fault, ...Fault[]]): RequestError {
  return new RequestError(reason, faults[0].detail, { faults });
}
