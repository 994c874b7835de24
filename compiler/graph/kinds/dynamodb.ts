// The kinds of resources of DynamoDB.

import { specPath } from '../../../schema/spec-path';
import { type KindDefinitions, once } from './definition';

/** The definitions, by Pulumi type token. */
export const DYNAMODB = {
  'aws:dynamodb/table:Table': {
    identity: once('name'),
    cost: 'billed',
    replacedBy: [
      'name',
      'hashKey',
      'rangeKey',
      'localSecondaryIndexes',
      'importTable',
      'restoreBackupArn',
      'restoreDateTime',
      'restoreSourceName',
      'restoreSourceTableArn',
      'restoreToLatestTime',
    ],
    holdsData: true,
    name: {
      input: 'name',
      what: 'table',
      service: 'DynamoDB',
      most: 255,
      fewest: 3,
      character: /[A-Za-z0-9_.-]/,
    },
    count: {
      what: 'tables',
      owner: 'the spec',
      path: specPath('tables'),
      most: ({ dynamodb }) => dynamodb.tables,
      field: specPath('quotas', 'dynamodb', 'tables'),
    },
    texts: 'short',
  },
} as const satisfies KindDefinitions;
