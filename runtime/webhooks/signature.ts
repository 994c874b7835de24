// Signatures of webhooks (Standard Webhooks 1.0.0, symmetric scheme `v1`).

import { createHmac } from 'node:crypto';

/** The sizes of a secret that the specification allows, in bytes. */
const SECRET_BYTES = { minimum: 24, maximum: 64 } as const;

const PREFIX = 'whsec_';

/** A secret that cannot sign. The message does not quote it. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/** The headers of a signed message. */
export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** Signs a body with one or more secrets. A receiver accepts the message if it has any of them. Throws SecretError. */
export function signMessage(id: string, at: Date, body: string, secrets: readonly string[]): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const sign = (secret: string) =>
    `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(sign).join(' '),
  };
}

function keyOf(secret: string): Buffer {
  const text = secret.trim();
  if (!text.startsWith(PREFIX)) throw new SecretError(`the secret does not start with ${PREFIX}`);
  const encoded = text.slice(PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  // Buffer ignores characters that are not base64, which would result in another key than the receiver's.
  if (key.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) {
    throw new SecretError(`the secret is not base64 after ${PREFIX}`);
  }
  if (key.length < SECRET_BYTES.minimum || key.length > SECRET_BYTES.maximum) {
    throw new SecretError(`the secret must have ${SECRET_BYTES.minimum} to ${SECRET_BYTES.maximum} bytes`);
  }
  return key;
}
