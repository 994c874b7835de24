// The OPTIONS methods that browsers ask before a page of another origin may call (Fetch Standard, "CORS-preflight request").

import type { Api, Route } from '../../schema/environment.generated';

/** A route to deploy, and the part of the spec that it comes from. */
export interface ListedRoute {
  readonly route: Route;
  readonly part: readonly string[];
}

/** The routes of an API, with OPTIONS on each path where the spec lets pages of other origins call. */
export function withPreflights({ cors, routes }: Api): readonly ListedRoute[] {
  const written = Object.entries(routes).map(([name, route]) => ({ route, part: ['api', 'routes', name] }));
  if (cors === undefined) return written;
  const answered = new Set(written.filter(({ route }) => route.method === 'OPTIONS').map(({ route }) => route.path));
  const answering = new Map<string, Route>();
  for (const { route } of written) {
    const other = answering.get(route.path);
    // The verb decides which function of a path answers, so that the order and the keys of routes do not.
    if (other === undefined || route.method < other.method) answering.set(route.path, route);
  }
  const added = [...answering.values()].filter(({ path }) => !answered.has(path)).map(preflightOf);
  return [...written, ...added.map((route) => ({ route, part: ['api', 'cors'] }))];
}

/** A browser sends no credentials with a preflight. */
function preflightOf({ path, function: answers }: Route): Route {
  return {
    method: 'OPTIONS',
    path,
    function: answers,
    authorization: 'NONE',
    queryParameters: {},
    validateBody: false,
    cache: false,
  };
}
