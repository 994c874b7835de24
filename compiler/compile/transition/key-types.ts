// Refuses to change the type of a key attribute of a deployed table or index.

import type { DeployedStack } from './deployed';
import type { Refusal, Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * The provider ignores a change of attribute definitions alone (internal/service/dynamodb/table.go, CustomizeDiff), and DynamoDB
 * cannot change the type of an attribute that a key uses: the table would keep rejecting items of the new type.
 */
export function refuseKeyTypes(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { attributes = [], globalSecondaryIndexes = [], hashKey, rangeKey } = tableOutputs(outputs);
    const former = new Map(attributes.map(({ name, type }) => [name, type]));
    const typeOf = new Map(node.inputs.attributes?.map(({ name, type }) => [name, type]));
    const keys = [
      { field: [], names: [hashKey, rangeKey], fix: 'add a table under another name and move the items' },
      ...globalSecondaryIndexes.map((index) => ({
        field: ['indexes', index.name],
        names: [index.hashKey, index.rangeKey],
        fix: 'add an index under another name',
      })),
    ];
    const refusals = keys.flatMap(({ field, names, fix }) =>
      names.flatMap((name, at): Refusal[] => {
        const [before, after] = [former.get(name ?? ''), typeOf.get(name ?? '')];
        if (before === undefined || after === undefined || before === after) return [];
        const reason = `DynamoDB cannot change the type of the key attribute "${name}" from ${before} to ${String(after)}`;
        const key = at === 0 ? 'partitionKey' : 'sortKey';
        return [refusalOf(node, [...field, key, 'type'], { reason, fix: `keep type: ${before}, or ${fix}` })];
      }),
    );
    return { refusals };
  });
}
