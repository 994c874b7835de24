// The health of webhooks: since when all attempts fail, and whether a webhook is disabled. Stored beside the ledger, for all instances.

import { createHash } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { WEBHOOKS_PARTITION, type Webhook } from '../../contract/webhooks';
import { toAttributes } from '../attributes';

/** How long an instance uses what it read, in milliseconds. */
const CACHE_MILLISECONDS = 30_000;

/** The health of a webhook at its current URL. After a change of the URL it is good again. */
export interface Health {
  readonly failingSince?: Date;
  readonly isDisabled: boolean;
}

/** The health of all webhooks. */
export interface WebhookHealth {
  read(name: string, webhook: Webhook): Promise<Health>;
  /** Ends the time of failures; costs one write if there was one. */
  succeeded(name: string, webhook: Webhook): Promise<void>;
  /** Begins the time of failures, or disables the webhook at its end. Returns whether this call disabled it. */
  failed(name: string, webhook: Webhook): Promise<boolean>;
  /** Returns whether this call disabled it. */
  disable(name: string, webhook: Webhook): Promise<boolean>;
}

/** Creates the health of webhooks on the table of the ledger. */
export function createWebhookHealth(client: DynamoDBClient, TableName: string, now: () => Date): WebhookHealth {
  const cache = new Map<string, { readonly until: number; readonly health: Health }>();
  const keyOf = (name: string) => toAttributes({ day_shard: WEBHOOKS_PARTITION, event_id: name });

  async function load(name: string, webhook: Webhook): Promise<Health> {
    const { Item: item } = await client.send(new GetItemCommand({ TableName, Key: keyOf(name), ConsistentRead: true }));
    const isCurrent = item?.url_hash?.S === hashOf(webhook.url);
    const since = isCurrent ? item.failing_since?.S : undefined;
    const health = {
      ...(since !== undefined && { failingSince: new Date(since) }),
      isDisabled: isCurrent && item.disabled_at !== undefined,
    };
    cache.set(name, { until: now().getTime() + CACHE_MILLISECONDS, health });
    return health;
  }

  async function read(name: string, webhook: Webhook): Promise<Health> {
    const known = cache.get(name);
    return known !== undefined && now().getTime() < known.until ? known.health : await load(name, webhook);
  }

  async function disable(name: string, webhook: Webhook): Promise<boolean> {
    const isNew = await happens(
      client.send(
        new UpdateItemCommand({
          TableName,
          Key: keyOf(name),
          UpdateExpression: 'SET url_hash = :url, disabled_at = :now',
          ConditionExpression: 'attribute_not_exists(disabled_at) OR url_hash <> :url',
          ExpressionAttributeValues: toAttributes({ ':url': hashOf(webhook.url), ':now': now().toISOString() }),
        }),
      ),
    );
    cache.delete(name);
    return isNew;
  }

  return {
    read,
    disable,
    async succeeded(name, webhook) {
      if ((await read(name, webhook)).failingSince === undefined) return;
      await happens(
        client.send(
          new DeleteItemCommand({
            TableName,
            Key: keyOf(name),
            ConditionExpression: 'attribute_not_exists(disabled_at) AND url_hash = :url',
            ExpressionAttributeValues: toAttributes({ ':url': hashOf(webhook.url) }),
          }),
        ),
      );
      cache.delete(name);
    },
    async failed(name, webhook) {
      const isOver = ({ failingSince }: Health) =>
        failingSince !== undefined && now().getTime() - failingSince.getTime() >= webhook.disableAfterSeconds * 1000;
      const { failingSince } = await read(name, webhook);
      if (failingSince === undefined) {
        const item = { url_hash: hashOf(webhook.url), failing_since: now().toISOString() };
        await happens(
          client.send(
            new PutItemCommand({
              TableName,
              Item: { ...keyOf(name), ...toAttributes(item) },
              ConditionExpression: 'attribute_not_exists(event_id) OR url_hash <> :url',
              ExpressionAttributeValues: toAttributes({ ':url': item.url_hash }),
            }),
          ),
        );
        cache.delete(name);
        return false;
      }
      // Another instance may have succeeded since this one read the table.
      return isOver({ failingSince, isDisabled: false }) && isOver(await load(name, webhook))
        ? disable(name, webhook)
        : false;
    },
  };
}

/** Whether a conditional write took place. */
async function happens(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** A URL can contain a token, so that only its hash is stored. */
function hashOf(url: string): string {
  return createHash('sha256').update(url).digest('base64url');
}
