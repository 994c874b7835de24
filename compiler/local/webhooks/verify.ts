// Verifies signatures of webhooks as a receiver does (Standard Webhooks 1.0.0, symmetric scheme `v1`).

import { createHmac, timingSafeEqual } from 'node:crypto';

/** A received message. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** One or more signatures, separated by spaces. */
  readonly signatures: string;
  readonly body: string;
}

/** The maximum difference between the time of a message and the clock, in milliseconds. */
const TOLERANCE = 5 * 60 * 1000;

const SCHEME = 'v1,';
const PREFIX = 'whsec_';

/** Whether a message is recent and signed with a secret. The time is in milliseconds since 1970. */
export function isSigned({ id, timestamp, signatures, body }: SignedMessage, secret: string, now: number): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > TOLERANCE) return false;
  const key = Buffer.from(secret.trim().replace(PREFIX, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures
    .split(' ')
    .filter((signature) => signature.startsWith(SCHEME))
    .map((signature) => Buffer.from(signature.slice(SCHEME.length), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}
