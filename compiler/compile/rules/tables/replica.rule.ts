// Checks the replicas of a table in other Regions.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { partition } from '../../../graph/region';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'replica-region': {
    code: 'ENV3046',
    severity: 'error',
    summary: 'A replica in the Region of the table itself, or in another partition of AWS.',
    explanation: [
      'A global table has one replica in each Region, and the table itself is the replica in its Region.',
      'China and AWS GovCloud (US) are separate partitions, and DynamoDB does not replicate between partitions (Amazon DynamoDB Developer Guide, "Global tables").',
    ],
    message: (p: { table: string; place: string; region: string }) =>
      p.place === p.region
        ? `table "${p.table}" cannot have a replica in its own Region ${p.region}`
        : `table "${p.table}" is in ${p.region}; it cannot have a replica in ${p.place}, another partition of AWS`,
  },
  'replica-capacity': {
    code: 'ENV3047',
    severity: 'error',
    summary: 'A table with provisioned capacity has replicas.',
    explanation: [
      'Each replica receives all writes of the table.',
      'With provisioned capacity, each replica needs autoscaling of its writes in its own Region (Amazon DynamoDB Developer Guide, "Global tables"), which the compiler does not create.',
      'Use PAY_PER_REQUEST.',
    ],
    message: (p: { table: string }) =>
      `table "${p.table}" has replicas and provisioned capacity; replicas require PAY_PER_REQUEST`,
  },
  'replica-key': {
    code: 'ENV3048',
    severity: 'error',
    summary: 'A replica does not have a KMS key of its Region, although the table has a customer managed key.',
    explanation: [
      'All replicas of a global table have the same type of key, each in its own Region (Amazon DynamoDB Developer Guide, "Encryption at rest").',
      'Under `encryption.key: CUSTOMER_MANAGED`, each replica needs the ARN of an existing key in its Region.',
    ],
    message: (p: { table: string; place: string; isThere: boolean }) =>
      p.isThere
        ? `the key of the replica of "${p.table}" in ${p.place} is in another Region`
        : `the replica of "${p.table}" in ${p.place} does not have a key of that Region; the table has a customer managed key`,
  },
  'replica-key-unused': {
    code: 'ENV3049',
    severity: 'warning',
    summary: 'A replica has a KMS key, although the table does not have a customer managed key.',
    explanation: [
      'All replicas of a global table have the same type of key (Amazon DynamoDB Developer Guide, "Encryption at rest").',
      'Unless `encryption.key` is CUSTOMER_MANAGED, AWS owns all of these keys, and the key of the replica is not used.',
    ],
    message: (p: { key: string }) => `the key of the replica is not used: encryption.key is ${p.key}`,
  },
  'replica-stream': {
    code: 'ENV3294',
    severity: 'error',
    summary: 'A table with replicas has a stream without old or new images.',
    explanation: [
      'DynamoDB replicates a table by its stream, which must have NEW_AND_OLD_IMAGES (Amazon DynamoDB API Reference, UpdateTable).',
      'Without `stream`, a table with replicas has such a stream.',
    ],
    message: (p: { table: string; stream: string }) =>
      `table "${p.table}" has replicas and a stream of ${p.stream}; replicas require NEW_AND_OLD_IMAGES`,
  },
});

/**
 * ENV3046: a replica in the Region of the table, or in another partition. ENV3047: provisioned capacity. ENV3048: no key of the Region.
 * ENV3049: an unused key. ENV3294: another stream.
 */
export const replicaRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    const { region } = environment;
    const { key } = environment.encryption;
    for (const [table, { billingMode, replicas, stream }] of Object.entries(environment.tables)) {
      const path = specPath('tables', table, 'replicas');
      if (billingMode === 'PROVISIONED' && Object.keys(replicas).length > 0) {
        const related = otherSide('the billing mode', ['tables', table, 'billingMode']);
        yield diagnose(
          'replica-capacity',
          at(path),
          { table },
          { help: 'set billingMode to PAY_PER_REQUEST', related },
        );
      }
      if (stream !== undefined && stream !== 'NEW_AND_OLD_IMAGES' && Object.keys(replicas).length > 0) {
        const related = otherSide('the replicas', path);
        const help = 'set stream to NEW_AND_OLD_IMAGES';
        yield diagnose('replica-stream', at(['tables', table, 'stream']), { table, stream }, { help, related });
      }
      for (const [place, { kmsKeyArn }] of Object.entries(replicas)) {
        if (place === region || partition(place) !== partition(region)) {
          const related = otherSide('the Region of the table', ['region']);
          yield diagnose('replica-region', at([...path, place]), { table, place, region }, { related });
        } else if (kmsKeyArn === undefined) {
          if (key !== 'CUSTOMER_MANAGED') continue;
          const related = otherSide('the key of the table', ['encryption', 'key']);
          yield diagnose('replica-key', at([...path, place]), { table, place, isThere: false }, { related });
        } else if (kmsKeyArn.split(':')[3] !== place) {
          yield diagnose('replica-key', at([...path, place, 'kmsKeyArn']), { table, place, isThere: true });
        } else if (key !== 'CUSTOMER_MANAGED') {
          const related = otherSide('the key of the table', ['encryption', 'key']);
          yield diagnose('replica-key-unused', at([...path, place, 'kmsKeyArn']), { key }, { related });
        }
      }
    }
  },
};
