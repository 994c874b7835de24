// The settings of webhooks, as the spec passes them to the functions in environment variables.

import { EVENT_TYPES, type EventType } from './events';

/** The settings of a webhook, which the deliverer reads from JSON. */
export interface Webhook {
  readonly url: string;
  readonly events: readonly EventType[];
  /** The ARN of the secret that signs. */
  readonly secret: string;
  /** The ARN of the former secret, which signs as well until receivers have the new one. */
  readonly previousSecret?: string;
  readonly timeoutSeconds: number;
  /** The delay before each further attempt; their number is that of the attempts after the first. */
  readonly retryDelaysSeconds: readonly number[];
  /** How long all attempts fail before the webhook is disabled. */
  readonly disableAfterSeconds: number;
}

/** The partition of the ledger's table that contains the health of each webhook, by its name. It cannot be that of a day. */
export const WEBHOOKS_PARTITION = '#webhooks';

/** The webhooks by name. */
export type Webhooks = ReadonlyMap<string, Webhook>;

/** A malformed value of WEBHOOKS. The message does not quote the value. */
class WebhooksError extends Error {
  override readonly name = 'WebhooksError';
}

/** Reads the webhooks from the JSON of a variable. Throws WebhooksError. */
export function readWebhooks(text: string): Webhooks {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WebhooksError('WEBHOOKS is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WebhooksError('WEBHOOKS must be an object of webhooks by name');
  }
  for (const [name, webhook] of Object.entries(value)) {
    if (!isWebhook(webhook)) throw new WebhooksError(`WEBHOOKS: the webhook "${name}" is malformed`);
  }
  return new Map(Object.entries(value as Readonly<Record<string, Webhook>>));
}

function isWebhook(value: unknown): value is Webhook {
  if (typeof value !== 'object' || value === null) return false;
  const { url, events, secret, previousSecret, timeoutSeconds, retryDelaysSeconds, disableAfterSeconds } =
    value as Partial<Record<keyof Webhook, unknown>>;
  return (
    typeof url === 'string' &&
    isEach(events, isEventType) &&
    typeof secret === 'string' &&
    (previousSecret === undefined || typeof previousSecret === 'string') &&
    isPositive(timeoutSeconds) &&
    isEach(retryDelaysSeconds, isPositive) &&
    isPositive(disableAfterSeconds)
  );
}

/** Whether a value is the type of an event. */
function isEventType(value: unknown): value is EventType {
  return (Object.values(EVENT_TYPES) as readonly unknown[]).includes(value);
}

function isEach(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isMember);
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0;
}
