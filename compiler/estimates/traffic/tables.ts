// The capacity units that requests take from tables and their indexes.

import { LISTING_SHARDS } from '../../../contract/settings';
import type { Table } from '../../../schema/environment.generated';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';
import { itemRoutes, listingRoutes, writingRoutes } from '../../language/expand/throughput';
import { readUnits, writeUnits } from '../../model/dynamodb-units';
import { assumed } from './assumptions';
import { type Hours, scale, sumOf, type Traffic } from './traffic';

/** The units a second that a table or an index takes, for each hour of a day. */
export interface UnitsLoad {
  readonly read: Hours;
  readonly write: Hours;
  /** The mean of the provisioned units, if it is known and does not have to be estimated from the load. */
  readonly provisioned?: { readonly read: number; readonly write: number };
}

/** The load of a table. */
export interface TableLoad extends UnitsLoad {
  readonly indexes: ReadonlyMap<string, UnitsLoad>;
  /** The writes a second, for each hour of a day. */
  readonly changes: Hours;
}

/** The payment handler reads more items than a page: one shows whether another page follows, and one can be the end of the previous page. */
const ITEMS_BEYOND_PAGE = 2;

/** The load of each table by the routes that read and write it. */
export function tableLoads(environment: ExpandedEnvironment, traffic: Traffic): ReadonlyMap<string, TableLoad> {
  const routes = routesOf(traffic);
  const byUse = {
    writes: writingRoutes(environment),
    lists: listingRoutes(environment),
    reads: itemRoutes(environment),
  };
  const pick = (names: readonly string[] = []) => names.flatMap((name) => routes.get(name) ?? []);
  const loads = Object.entries(environment.tables).map(([name, table]): [string, TableLoad] => {
    const { writes, lists, reads } = byUse;
    const used = { writes: pick(writes.get(name)), lists: pick(lists.get(name)), reads: pick(reads.get(name)) };
    return [name, tableLoad(environment, { name, table }, used)];
  });
  return new Map(loads);
}

/** A method with its requests a second. */
interface RouteTraffic {
  readonly method: ApiMethod;
  readonly hours: Hours;
}

interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** The routes by their use of a table. */
interface TableRoutes {
  readonly writes: readonly RouteTraffic[];
  readonly lists: readonly RouteTraffic[];
  readonly reads: readonly RouteTraffic[];
}

/** The methods of routes by the name of the route. Preflight requests do not reach a table. */
function routesOf({ requests }: Traffic): ReadonlyMap<string, RouteTraffic> {
  return new Map(
    [...requests].flatMap(([method, hours]): [string, RouteTraffic][] => {
      const [, section, name] = method.part;
      return section === 'routes' && name !== undefined ? [[name, { method, hours }]] : [];
    }),
  );
}

function tableLoad(
  environment: ExpandedEnvironment,
  { name, table }: NamedTable,
  { writes, lists, reads }: TableRoutes,
): TableLoad {
  const { expectedItemSizeBytes, indexes } = table;
  const listsOf = (index: string | undefined) =>
    sumOf(
      lists
        .filter(({ method }) => indexRead(environment, method, table) === index)
        .map(({ method, hours }) => scale(hours, listUnits(environment, method, { name, table }, index))),
    );
  const changes = sumOf(writes.map(({ hours }) => hours));
  return {
    changes,
    write: scale(changes, writeUnits({ after: expectedItemSizeBytes })),
    read: sumOf([
      ...reads.map(({ hours }) => scale(hours, readUnits(expectedItemSizeBytes, 'strong'))),
      listsOf(undefined),
    ]),
    indexes: new Map(
      Object.entries(indexes).map(([index, { projection }]) => {
        // The entry of an index with keys only is below one unit.
        const entry = projection === 'KEYS_ONLY' ? 1 : writeUnits({ after: expectedItemSizeBytes });
        return [index, { read: listsOf(index), write: indexWrites(writes, entry) }];
      }),
    ),
  };
}

/** A new item takes one write of an index. A change of its status takes two: the old entry is deleted and a new one is written. */
function indexWrites(writes: readonly RouteTraffic[], entryUnits: number): Hours {
  return sumOf(writes.map(({ method, hours }) => scale(hours, entryUnits * (method.route.path.includes('{') ? 2 : 1))));
}

/**
 * The read units of a list. The payment handler reads a page of each partition of its index, one for each state and shard, and
 * takes the newest payments of them. Other functions read one page.
 */
function listUnits(
  { functions, payment, facts }: ExpandedEnvironment,
  { route }: ApiMethod,
  { name, table }: NamedTable,
  index = '',
): number {
  const unitsFor = (items: number) => readUnits(items * table.expectedItemSizeBytes, 'eventual');
  const shards = facts.indexes[name]?.[index]?.shardCount;
  const isByState = functions[route.function]?.environment[LISTING_SHARDS] !== undefined;
  if (shards === undefined || !isByState) return unitsFor(payment.pageSize);
  return assumed('statesPerList') * shards * unitsFor(payment.pageSize + ITEMS_BEYOND_PAGE);
}

/** The index that lists of a method read: the one whose name is in the environment of its function; otherwise the table itself. */
function indexRead({ functions }: ExpandedEnvironment, { route }: ApiMethod, { indexes }: Table): string | undefined {
  const values = Object.values(functions[route.function]?.environment ?? {});
  return Object.keys(indexes).find((index) => values.includes(index));
}
