// The load of requests on functions and tables, and the load that capacities allow.

import type { Api, CapacityUnits, Environment, Route } from '../../../schema/environment.generated';

/** The maximum units of a capacity. */
export function mostUnits({ units, autoscaling }: CapacityUnits): number {
  return autoscaling?.maximum ?? units ?? 0;
}

/** The units of a capacity without load. */
export function fewestUnits({ units, autoscaling }: CapacityUnits): number {
  return autoscaling?.minimum ?? units ?? 0;
}

/** The functions that routes invoke; none without an API. */
export function functionsBehind(api: Api | undefined): ReadonlySet<string> {
  return new Set(Object.values(api?.routes ?? {}).map((route) => route.function));
}

const WRITING_METHODS: readonly Route['method'][] = ['POST', 'PUT', 'PATCH', 'DELETE'];
const READING_METHODS: readonly Route['method'][] = ['GET', 'HEAD'];
/** The actions that write items. */
export const WRITING_ACTIONS: readonly string[] = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];
const LISTING_ACTIONS: readonly string[] = ['Query', 'Scan'];

/** The routes that write to each table, by their method and the access of their function. */
export function writingRoutes(environment: Environment): RoutesByTable {
  return routesByTable(environment, WRITING_ACTIONS, ({ method }) => WRITING_METHODS.includes(method));
}

/** The routes that list items of each table: GET or HEAD on a path that does not end in a parameter, of a function with Query access. */
export function listingRoutes(environment: Environment): RoutesByTable {
  return routesByTable(
    environment,
    LISTING_ACTIONS,
    ({ method, path }) => READING_METHODS.includes(method) && !path.endsWith('}'),
  );
}

/** The routes that read one item of each table: GET or HEAD on a path that ends in a parameter, of a function with GetItem access. */
export function itemRoutes(environment: Environment): RoutesByTable {
  return routesByTable(
    environment,
    ['GetItem'],
    ({ method, path }) => READING_METHODS.includes(method) && path.endsWith('}'),
  );
}

/** The names of routes, by table. */
type RoutesByTable = ReadonlyMap<string, readonly string[]>;

function routesByTable(
  { api, functions }: Environment,
  actions: readonly string[],
  matches: (route: Route) => boolean,
): RoutesByTable {
  const routes = new Map<string, string[]>();
  for (const [name, route] of Object.entries(api?.routes ?? {})) {
    if (!matches(route)) continue;
    for (const [table, granted] of Object.entries(functions[route.function]?.access.tables ?? {})) {
      if (!granted.some((action) => actions.includes(action))) continue;
      const known = routes.get(table);
      if (known === undefined) routes.set(table, [name]);
      else known.push(name);
    }
  }
  return routes;
}
