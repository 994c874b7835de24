// Delivers events to webhooks: signs and posts each message of the queue, and sends it to the queue again until it succeeds or is given up.

import {
  type DeadDelivery,
  type DeathReason,
  type Delivery,
  isDelivery,
  type PaymentEvent,
} from '../../contract/events';
import type { Webhook, Webhooks } from '../../contract/webhooks';
import type { SendDelivery } from '../events/delivery-queue';
import type { EventLog } from '../events/event-log';
import { errorName } from '../log';
import type { WebhookHealth } from './health';
import type { Post, PostResponse } from './post';
import { retryDelay } from './retry';
import { signMessage } from './signature';

/** A message of a queue, as Lambda passes it to a function. */
export interface QueueRecord {
  readonly messageId: string;
  readonly body: string;
}

/** Reads secrets by their ARN. */
export interface SecretReader {
  value(arn: string): Promise<string>;
  /** The value after a receiver refused one; undefined if it is unchanged. */
  valueAfterRefusal(arn: string, refused: string): Promise<string | undefined>;
}

/** The dependencies of the deliverer. */
export interface DelivererDependencies {
  readonly webhooks: Webhooks;
  readonly secrets: SecretReader;
  readonly post: Post;
  readonly health: WebhookHealth;
  /** Sends to the queue of deliveries. */
  readonly sendAgain: SendDelivery;
  /** Sends to the queue of dead deliveries. */
  readonly giveUp: SendDelivery;
  readonly log: EventLog;
  readonly now: () => Date;
  /** A random number from 0 to less than 1. */
  readonly random: () => number;
}

/** Delivers a batch; returns the messages that remain in the queue. */
export type Deliverer = (
  records: readonly QueueRecord[],
) => Promise<{ readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }>;

/** Responses that a receiver gives if it rejects a signature. */
const REFUSED_SIGNATURE: ReadonlySet<number> = new Set([400, 401, 403]);

/** The response of a receiver that wants no more events (Standard Webhooks 1.0.0, "Deliverability and reliability"). */
const GONE = 410;

/** The result of an attempt: a response, or the name of the error without one. */
type Attempt = { readonly response: PostResponse } | { readonly response?: undefined; readonly failure: string };

/**
 * Creates the deliverer.
 *
 * A message is removed from the queue only after it was delivered, or was sent to the queue again or to that of dead deliveries. If the
 * function stops between the two, the message is delivered again: at least once, never lost.
 */
export function createDeliverer(dependencies: DelivererDependencies): Deliverer {
  const { webhooks, secrets, post, health, sendAgain, giveUp, log, now, random } = dependencies;

  return async (records) => {
    const failed = await Promise.all(records.map(async (record) => ((await handle(record)) ? [] : [record.messageId])));
    return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  };

  /** Whether the message is done with. */
  async function handle({ body }: QueueRecord): Promise<boolean> {
    const delivery = readDelivery(body);
    if (delivery === undefined) {
      // The queue moves it to the dead-letter queue after its last receive.
      log('error', { message: 'message not readable' });
      return false;
    }
    try {
      await deliver(delivery);
      return true;
    } catch (error) {
      log('error', { message: 'message not handled', ...namesOf(delivery), errorName: errorName(error) });
      return false;
    }
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const webhook = webhooks.get(delivery.webhook);
    if (webhook === undefined) return bury(delivery, 'webhook-unknown');
    const wait = secondsUntil(delivery.dueAt);
    if (wait > 0) return sendAgain(delivery, wait);
    const { isDisabled } = await tolerate(health.read(delivery.webhook, webhook), { isDisabled: false });
    if (isDisabled) return bury(delivery, 'webhook-disabled');
    const started = now();
    const attempt = await tryOnce(delivery, webhook);
    const durationMilliseconds = now().getTime() - started.getTime();
    if (isSuccess(attempt)) {
      const { statusCode } = attempt.response;
      const line = { message: 'delivery attempted', ...namesOf(delivery), statusCode, durationMilliseconds } as const;
      log('info', line, { DeliveriesSucceeded: 1 });
      return tolerate(health.succeeded(delivery.webhook, webhook), undefined);
    }
    await settleFailure(delivery, webhook, attempt, durationMilliseconds);
  }

  async function settleFailure(
    delivery: Delivery,
    webhook: Webhook,
    { response, ...rest }: Attempt,
    durationMilliseconds: number,
  ): Promise<void> {
    const { webhook: name, attempt } = delivery;
    const isGone = response?.statusCode === GONE;
    const change = isGone ? health.disable(name, webhook) : health.failed(name, webhook);
    const isDisabled = await tolerate(change, false);
    if (isDisabled) log('error', { message: 'webhook disabled', webhook: name }, { WebhooksDisabled: 1 });
    const delaysSeconds = webhook.retryDelaysSeconds;
    const delay = retryDelay({ attempt, delaysSeconds, response, now: now(), random: random() });
    const retryInSeconds = isGone ? undefined : delay;
    const result = { statusCode: response?.statusCode, ...rest, retryInSeconds, durationMilliseconds };
    log('info', { message: 'delivery attempted', ...namesOf(delivery), ...result }, { DeliveryAttemptsFailed: 1 });
    if (retryInSeconds === undefined) return bury(delivery, isGone ? 'webhook-gone' : 'attempts-exhausted');
    const dueAt = new Date(now().getTime() + retryInSeconds * 1000).toISOString();
    await sendAgain({ ...delivery, attempt: attempt + 1, dueAt }, retryInSeconds);
  }

  async function tryOnce({ event }: Delivery, webhook: Webhook): Promise<Attempt> {
    const arns = [webhook.secret, webhook.previousSecret].filter((arn) => arn !== undefined);
    try {
      const keys = await Promise.all(arns.map((arn) => secrets.value(arn)));
      const response = await postSigned(event, webhook, keys);
      if (!REFUSED_SIGNATURE.has(response.statusCode)) return { response };
      const renewed = await Promise.all(arns.map((arn, at) => secrets.valueAfterRefusal(arn, keys[at] ?? '')));
      if (renewed.every((key) => key === undefined)) return { response };
      return {
        response: await postSigned(
          event,
          webhook,
          keys.map((key, at) => renewed[at] ?? key),
        ),
      };
    } catch (error) {
      return { failure: errorName(error) };
    }
  }

  function postSigned(event: PaymentEvent, webhook: Webhook, keys: readonly string[]): Promise<PostResponse> {
    const body = JSON.stringify(event);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'payment-spec',
      ...signMessage(event.id, now(), body, keys),
    };
    return post({ url: webhook.url, headers, body, timeoutMilliseconds: webhook.timeoutSeconds * 1000 });
  }

  async function bury(delivery: Delivery, reason: DeathReason): Promise<void> {
    const dead: DeadDelivery = { ...delivery, deadAt: now().toISOString(), reason };
    await giveUp(dead, 0);
    log('error', { message: 'delivery given up', ...namesOf(delivery), reason }, { DeliveriesDead: 1 });
  }

  /** The health of a webhook must not stop its deliveries: without the table, each counts as healthy. */
  async function tolerate<T>(call: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await call;
    } catch (error) {
      log('error', { message: 'health not known', errorName: errorName(error) });
      return otherwise;
    }
  }

  function secondsUntil(dueAt: string | undefined): number {
    return dueAt === undefined ? 0 : Math.ceil((Date.parse(dueAt) - now().getTime()) / 1000);
  }
}

/** The names in a line of the log. */
function namesOf({ webhook, attempt, event }: Delivery) {
  return { webhook, attempt, eventId: event.id, eventType: event.type, paymentId: event.subject };
}

function isSuccess(attempt: Attempt): attempt is { readonly response: PostResponse } {
  const { statusCode = 0 } = attempt.response ?? {};
  return statusCode >= 200 && statusCode < 300;
}

function readDelivery(body: string): Delivery | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isDelivery(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
