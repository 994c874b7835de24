// The error that a client caused and may read.

/** A request that is refused; its message goes to the client as the `error` member of the answer. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly statusCode: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}
