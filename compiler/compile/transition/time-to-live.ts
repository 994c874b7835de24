// Disables time to live if the spec no longer sets an attribute, and refuses to change the attribute.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * The provider ignores an absent `ttl`, so DynamoDB would continue to delete items (ttl is Optional and Computed in
 * internal/service/dynamodb/table.go). DynamoDB rejects another attribute while one is active, and a second change within an
 * hour (Amazon DynamoDB API Reference, UpdateTimeToLive).
 */
export function changeTimeToLive(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { enabled, attributeName: former = '' } = tableOutputs(outputs).ttl ?? {};
    if (enabled !== true || former === '') return {};
    const next = node.inputs.ttl?.attributeName;
    if (next === undefined) return { inputs: { ttl: { enabled: false, attributeName: former } } };
    if (next === former) return {};
    const reason = `DynamoDB cannot change the time to live attribute from "${former}" to "${String(next)}" in one step`;
    const fix = 'remove timeToLiveAttribute, deploy, wait an hour, then set the new attribute and deploy again';
    return { refusals: [refusalOf(node, 'timeToLiveAttribute', { reason, fix })] };
  });
}
