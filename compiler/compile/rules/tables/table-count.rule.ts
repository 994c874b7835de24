// Checks the number of a table's indexes and of their non-key attributes.

import { specPath } from '../../../../schema/spec-path';
import { checkCount, diagnose } from '../common/count';
import type { Rule } from '../rule';

/** The maximum number of non-key attributes in all indexes of a table together (DynamoDB API Reference, Projection: NonKeyAttributes). */
const MOST_ATTRIBUTES = 100;

/** ENV3200: more indexes, or more non-key attributes in all of them, than DynamoDB allows. */
export const tableCountRule: Rule = {
  diagnose,
  *check(context) {
    const { tables, quotas } = context.environment;
    for (const [name, { indexes }] of Object.entries(tables)) {
      const owner = `table "${name}"`;
      const path = specPath('tables', name, 'indexes');
      const attributes = Object.values(indexes).reduce((sum, index) => sum + (index.nonKeyAttributes?.length ?? 0), 0);
      yield* checkCount(context, {
        path,
        owner,
        what: 'indexes',
        found: Object.keys(indexes).length,
        most: quotas.dynamodb.indexesPerTable,
        field: specPath('quotas', 'dynamodb', 'indexesPerTable'),
      });
      yield* checkCount(context, {
        path,
        owner,
        what: 'non-key attributes in its indexes',
        found: attributes,
        most: MOST_ATTRIBUTES,
        help: `remove ${attributes - MOST_ATTRIBUTES} of them, or set projection to ALL, which does not count`,
      });
    }
  },
};
