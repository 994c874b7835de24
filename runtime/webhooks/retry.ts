// When a delivery is tried again.

import type { PostResponse } from './post';

/** Responses that ask senders to slow down (Standard Webhooks 1.0.0, "Deliverability and reliability"). */
const SLOW_DOWN: ReadonlySet<number> = new Set([429, 502, 504]);

/** The minimum delay after such a response, in seconds. */
const SLOW_DOWN_SECONDS = 60;

/** The maximum delay that Retry-After can ask for, in seconds: a day. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/** The share of a delay by which it varies, so that the deliveries of an outage do not all return at once. */
const JITTER = 0.1;

/** The circumstances of a failed attempt. */
export interface FailedAttempt {
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  readonly delaysSeconds: readonly number[];
  readonly response: PostResponse | undefined;
  readonly now: Date;
  /** A random number from 0 to less than 1. */
  readonly random: number;
}

/** The delay before the next attempt, in whole seconds; undefined after the last attempt. */
export function retryDelay({ attempt, delaysSeconds, response, now, random }: FailedAttempt): number | undefined {
  const scheduled = delaysSeconds[attempt - 1];
  if (scheduled === undefined) return undefined;
  const least = SLOW_DOWN.has(response?.statusCode ?? 0) ? SLOW_DOWN_SECONDS : 0;
  const asked = Math.min(MAX_RETRY_AFTER_SECONDS, readRetryAfter(response?.retryAfter, now));
  const delay = Math.max(scheduled * (1 + JITTER * (2 * random - 1)), least * (1 + JITTER * random), asked);
  return Math.ceil(delay);
}

/** The seconds of a Retry-After header (RFC 9110, section 10.2.3): a number or a date; 0 if absent or malformed. */
function readRetryAfter(value: string | undefined, now: Date): number {
  if (value === undefined) return 0;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const time = Date.parse(value);
  return Number.isNaN(time) ? 0 : Math.max(0, (time - now.getTime()) / 1000);
}
