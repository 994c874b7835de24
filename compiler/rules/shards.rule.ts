// An index has shards for all of its write capacity.

import { diagnose } from '../diagnostics/diagnostic';
import { neededShards } from '../resolve/shards';
import type { Rule } from './rule';

/** ENV3044: fewer shards than the write capacity of the index can be spread over. */
export const shardsRule: Rule = ({ environment, at }) =>
  Object.entries(environment.tables).flatMap(([table, shape]) =>
    Object.entries(shape.indexes).flatMap(([name, { shardCount }]) => {
      const needed = neededShards(shape, name);
      if (shardCount === undefined || shardCount >= needed) return [];
      const path = ['tables', table, 'indexes', name, 'shardCount'];
      const help = `shardCount: ${needed} at least; or without it, as many as the capacity needs`;
      return [diagnose('few-shards', at(path), { name, shardCount, needed }, { help })];
    }),
  );
