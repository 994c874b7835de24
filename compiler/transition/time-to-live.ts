// Switches time to live off where the spec no longer names an attribute, and refuses a change of the attribute.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * To the provider, an absent `ttl` is no change, so DynamoDB would go on deleting items (ttl is Optional and Computed in
 * internal/service/dynamodb/table.go). DynamoDB rejects another attribute while one is active, and a second change
 * within an hour (Amazon DynamoDB API Reference, UpdateTimeToLive).
 */
export function changeTimeToLive(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { enabled, attributeName: former = '' } = tableOutputs(outputs).ttl ?? {};
    if (enabled !== true || former === '') return {};
    const wanted = node.inputs.ttl?.attributeName;
    if (wanted === undefined) return { inputs: { ttl: { enabled: false, attributeName: former } } };
    if (wanted === former) return {};
    const reason = `DynamoDB cannot change the time to live attribute from "${former}" to "${String(wanted)}" in one step`;
    const wayOut = 'remove timeToLiveAttribute, deploy, wait an hour, then name the new attribute and deploy again';
    return { refusals: [refusalOf(node, 'timeToLiveAttribute', { reason, wayOut })] };
  });
}
