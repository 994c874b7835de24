// Verifies signatures with the reference library of Standard Webhooks for JavaScript.

type Library = {
  readonly Webhook: new (secret: string) => { verify(body: string, headers: object): unknown };
};

/** Returns the payload of a message; throws if its signature or its time is wrong. */
export function verify(secret: string, body: string, headers: object): unknown {
  // Required, so that the sources compile without the library.
  const { Webhook }: Library = require('standardwebhooks');
  return new Webhook(secret).verify(body, headers);
}
