// Enables a webhook that was disabled: removes its health from the table of the ledger.

import { WEBHOOKS_PARTITION } from '../../../../contract/webhooks';
import { suggest } from '../../../diagnostics/suggest';
import type { Outcome } from '../../command/parts';
import { functionWith, namedBy } from '../../system/parts';
import { removeItemWith } from '../../system/tables';
import type { EnableArguments } from './arguments';
import type { EventsResult } from './result';
import { misused, type System } from './system';

/** Enables a webhook. It changes nothing if the webhook is not disabled. */
export async function enable(
  { webhook }: Pick<EnableArguments, 'webhook'>,
  { path, graph, connection }: System,
  webhooks: readonly string[],
): Promise<Outcome<EventsResult>> {
  const deliverer = functionWith(graph, 'runtime/deliverer.ts');
  const table = deliverer && namedBy(graph, deliverer, 'LEDGER_TABLE_NAME');
  if (table === undefined) return misused(`${path} has no function that delivers events`);
  if (!webhooks.includes(webhook)) {
    const known = suggest(webhook, webhooks) ?? `defined webhooks: ${webhooks.join(', ')}`;
    return misused(`unknown webhook "${webhook}"; ${known}`);
  }
  const key = { day_shard: WEBHOOKS_PARTITION, event_id: webhook };
  const disabledAt = await removeItemWith('disabled_at', { table, key }, await connection());
  return { result: { action: 'enable', spec: path, webhook, ...(disabledAt !== undefined && { disabledAt }) } };
}
