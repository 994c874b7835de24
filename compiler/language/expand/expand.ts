// Expands an environment: inherited and generated parts become plain facts, which later phases use.

import type { Capacity, Environment, Table } from '../../../schema/environment.generated';
import { shardCount } from '../../model/shards';
import { type AlarmSet, allAlarms } from '../../monitoring/alarms/all-alarms';
import { type ApiMethod, methodsOf } from './methods';
import { type ExpandedTrigger, triggersOf } from './triggers';

/** An index with the settings that it inherits. */
export interface ExpandedIndex {
  /** Its own capacity, or the capacity of its table; absent for an on-demand table. */
  readonly capacity: Capacity | undefined;
  readonly shardCount: number;
}

/** The facts that follow from the fields of an environment. */
export interface Facts {
  /** The alarms of the spec, and those generated for its parts. */
  readonly alarms: AlarmSet;
  /** The methods to deploy: the methods of the routes, then the methods for preflight requests. */
  readonly methods: readonly ApiMethod[];
  /** The indexes of each table. */
  readonly indexes: { readonly [table: string]: { readonly [index: string]: ExpandedIndex } };
  /** The triggers of all functions. */
  readonly triggers: readonly ExpandedTrigger[];
}

/** An environment with the facts that follow from it. */
export interface ExpandedEnvironment extends Environment {
  readonly facts: Facts;
}

/** Expands a resolved environment. */
export function expandEnvironment(environment: Environment): ExpandedEnvironment {
  const { api, tables } = environment;
  const indexes = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, indexesOf(table)]));
  const facts = {
    alarms: allAlarms(environment, indexes),
    methods: api === undefined ? [] : methodsOf(api),
    indexes,
    triggers: triggersOf(environment),
  };
  return { ...environment, facts };
}

function indexesOf(table: Table): { readonly [index: string]: ExpandedIndex } {
  return Object.fromEntries(
    Object.entries(table.indexes).map(([name, { capacity }]) => [
      name,
      { capacity: capacity ?? table.capacity, shardCount: shardCount(table, name) },
    ]),
  );
}
