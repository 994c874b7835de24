// Refuses to change the type of a key attribute of a deployed table or index.

import type { DeployedStack } from './deployed';
import type { Refusal, Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * To the provider, other attribute definitions alone are no change (internal/service/dynamodb/table.go, CustomizeDiff), and
 * DynamoDB takes no new type of an attribute that a key uses: the table would go on refusing items of the new type.
 */
export function refuseKeyTypes(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { attributes = [], globalSecondaryIndexes = [], hashKey, rangeKey } = tableOutputs(outputs);
    const former = new Map(attributes.map(({ name, type }) => [name, type]));
    const typeOf = new Map(node.inputs.attributes?.map(({ name, type }) => [name, type]));
    const keys = [
      { field: '', names: [hashKey, rangeKey], wayOut: 'add a table under another name and move the items' },
      ...globalSecondaryIndexes.map((index) => ({
        field: `indexes.${index.name}.`,
        names: [index.hashKey, index.rangeKey],
        wayOut: 'add an index under another name',
      })),
    ];
    const refusals = keys.flatMap(({ field, names, wayOut }) =>
      names.flatMap((name, at): Refusal[] => {
        const [before, after] = [former.get(name ?? ''), typeOf.get(name ?? '')];
        if (before === undefined || after === undefined || before === after) return [];
        const reason = `DynamoDB cannot change the type of the key attribute "${name}" from ${before} to ${String(after)}`;
        const key = at === 0 ? 'partitionKey' : 'sortKey';
        return [refusalOf(node, `${field}${key}.type`, { reason, wayOut: `keep type: ${before}, or ${wayOut}` })];
      }),
    );
    return { refusals };
  });
}
