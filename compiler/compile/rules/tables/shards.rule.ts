// Checks that an index has enough shards for its write capacity.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { neededShards } from '../../../model/shards';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'few-shards': {
    code: 'ENV3044',
    severity: 'warning',
    summary: 'An index has fewer shards than its write capacity needs.',
    explanation: [
      'All items of one partition key are in one partition, which accepts 1,000 write units a second (Amazon DynamoDB Developer Guide, "Designing partition keys").',
      'An index that is partitioned by shard accepts at most that rate for each shard, regardless of its capacity, and then throttles the table.',
      'Remove `shardCount`: the compiler then uses as many shards as the maximum write capacity needs.',
    ],
    message: (p: { name: string; shardCount: number; needed: number }) =>
      `index "${p.name}" has ${p.shardCount} ${p.shardCount === 1 ? 'shard' : 'shards'}; its write capacity needs ${p.needed}, at 1,000 write units/s each`,
  },
});

/** ENV3044: fewer shards than the write capacity of the index needs. */
export const shardsRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [table, shape] of Object.entries(environment.tables)) {
      for (const [name, { shardCount }] of Object.entries(shape.indexes)) {
        const needed = neededShards(shape, name);
        if (shardCount === undefined || shardCount >= needed) continue;
        const path = specPath('tables', table, 'indexes', name, 'shardCount');
        const help = `raise shardCount to ${needed}; or remove it, and the compiler uses as many as needed`;
        yield diagnose('few-shards', at(path), { name, shardCount, needed }, { help });
      }
    }
  },
};
