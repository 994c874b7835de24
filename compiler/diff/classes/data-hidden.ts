// Finds data that stays in a table but is no longer found: indexes, variables that refer to other tables, items that expire.

import type { Setting } from '../../../contract/settings';
import type { Table } from '../../../schema/environment.generated';
import { type Plain, toPlain } from '../../source/spec-node';
import { type ComparedSpec, type FindChanges, type Finding, findingAt, type SpecChange } from './change';

/** Changes that hide stored data from its readers. */
export const findHiddenData: FindChanges = (change) => [...tablesOf(change), ...variablesOf(change)];

function tablesOf(change: SpecChange): Finding[] {
  const { before, after } = change;
  return Object.entries(before.environment.tables).flatMap(([name, old]) => {
    const now = after.environment.tables[name];
    return now === undefined ? [] : [...indexesOf(change, name, [old, now]), ...lifetimeOf(change, name, [old, now])];
  });
}

type Pair = readonly [before: Table, after: Table];

function indexesOf(change: SpecChange, table: string, [old, now]: Pair): Finding[] {
  const at = (index: string, reason: string) =>
    findingAt(change, 'data hidden', ['tables', table, 'indexes', index], reason);
  return Object.entries(old.indexes).flatMap(([name, index]) => {
    const present = now.indexes[name];
    if (present === undefined) return [at(name, `index "${name}" is removed, so queries of it fail`)];
    const [former, later] = [index, present].map((each) => JSON.stringify(indexDefinition(each)));
    return former === later
      ? []
      : [at(name, `index "${name}" is rebuilt; queries return nothing until it is complete`)];
  });
}

function indexDefinition({ partitionKey, sortKey, projection, nonKeyAttributes = [] }: Table['indexes'][string]) {
  return { partitionKey, sortKey, projection, attributes: [...nonKeyAttributes].sort() };
}

function lifetimeOf(change: SpecChange, table: string, [old, now]: Pair): Finding[] {
  const [former, attribute] = [old.timeToLiveAttribute, now.timeToLiveAttribute];
  const replicas = Object.keys(old.replicas).filter((region) => now.replicas[region] === undefined);
  return [
    ...(attribute === undefined || attribute === former
      ? []
      : [
          findingAt(
            change,
            'data hidden',
            ['tables', table, 'timeToLiveAttribute'],
            `items whose attribute "${attribute}" is in the past are deleted`,
          ),
        ]),
    ...replicas.map((region) =>
      findingAt(change, 'data hidden', ['tables', table, 'replicas', region], `the replica in ${region} is removed`),
    ),
  ];
}

/** Variables of functions that referred to one table, index or queue, and now refer to another. */
function variablesOf(change: SpecChange): Finding[] {
  const [olds, news] = [change.before, change.after].map(writtenVariables) as [Variables, Variables];
  return [...olds].flatMap(([key, old]) => {
    const now = news.get(key);
    if (now === undefined) return [];
    const [, functionName = '', , variable = ''] = now.path;
    const at = (reason: string) => [findingAt(change, 'data hidden', now.path, reason)];
    if (old.part !== undefined && old.part !== now.part)
      return at(`${variable} of ${functionName} no longer refers to ${old.part}, so its data is not found`);
    const fallen = shardsOf(change.before, old.part) > shardsOf(change.after, now.part);
    if (!old.isShardCount || !fallen || readsAllShards(change.after, functionName)) return [];
    return at(`${variable} of ${functionName} decreases: items in shards that are no longer read are not found`);
  });
}

type Variables = ReadonlyMap<string, Variable>;

interface Variable {
  readonly path: readonly string[];
  /** The table, index or queue that the value refers to. */
  readonly part: string | undefined;
  readonly isShardCount: boolean;
}

/** The variables of functions as the spec writes them, with the part that each refers to. */
function writtenVariables({ spec }: ComparedSpec): Variables {
  const { functions = {} } = toPlain(spec) as { functions?: Record<string, { environment?: Record<string, Plain> }> };
  return new Map(
    Object.entries(functions).flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).map(([variable, value]) => {
        const path = ['functions', name, 'environment', variable];
        const [, part, attribute] = REFERENCE.exec(String(value)) ?? [];
        return [path.join('\0'), { path, part, isShardCount: attribute === 'shards' }] as const;
      }),
    ),
  );
}

/** An expression that refers to a table, one of its indexes, or a queue. */
const REFERENCE = /\{\{\s*((?:tables|queues)\.[^{}]+?)\.(name|arn|url|shards|streamArn)\s*\}\}/;

function shardsOf({ expanded }: ComparedSpec, part = ''): number {
  const [, table = '', index = ''] = /^tables\.(.+)\.indexes\.(.+)$/.exec(part) ?? [];
  return expanded.facts.indexes[table]?.[index]?.shardCount ?? 0;
}

/** A setting that only the payment handler has. */
const CURRENCIES = 'PAYMENT_CURRENCIES' satisfies Setting;

/** Whether a function is the payment handler, which reads all shards that were ever written. */
function readsAllShards({ environment }: ComparedSpec, name: string): boolean {
  return environment.functions[name]?.environment[CURRENCIES] !== undefined;
}
