// Checks the number of a table's indexes, and of the attributes that they hold.

import { checkCount } from './count';
import type { Rule } from './rule';

/** The attributes that all indexes of a table may name together (DynamoDB API Reference, Projection: NonKeyAttributes). */
const MOST_ATTRIBUTES = 100;

/** ENV3200: more indexes than the quota, or more non-key attributes than DynamoDB takes in all indexes of a table. */
export const tableCountRule: Rule = (context) => {
  const { tables, quotas } = context.environment;
  return Object.entries(tables).flatMap(([name, { indexes }]) => {
    const owner = `table "${name}"`;
    const path = ['tables', name, 'indexes'];
    const attributes = Object.values(indexes).reduce((sum, index) => sum + (index.nonKeyAttributes?.length ?? 0), 0);
    return [
      ...checkCount(context, {
        path,
        owner,
        what: 'indexes',
        found: Object.keys(indexes).length,
        most: quotas.dynamodb.indexesPerTable,
        field: 'quotas.dynamodb.indexesPerTable',
      }),
      ...checkCount(context, {
        path,
        owner,
        what: 'non-key attributes in its indexes',
        found: attributes,
        most: MOST_ATTRIBUTES,
        help: `name ${attributes - MOST_ATTRIBUTES} fewer, or use projection: ALL, which does not count`,
      }),
    ];
  });
};
