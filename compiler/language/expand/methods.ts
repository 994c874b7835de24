// The methods of an API: one for each route, and OPTIONS for preflight requests of browsers (Fetch Standard, "CORS-preflight request").

import type { Api, Route } from '../../../schema/environment.generated';

/** A method to deploy. */
export interface ApiMethod {
  /** The route, or the generated route for preflight requests. */
  readonly route: Route;
  /** Its own authorization, or the authorization of the API. */
  readonly authorization: Api['authorization'];
  /** Its own throttle, or that of the API. */
  readonly throttle: Api['throttle'];
  /** The header that identifies its callers; undefined for a public method. */
  readonly callerHeader: string | undefined;
  /** The part of the spec that it comes from. */
  readonly part: readonly string[];
}

/** The methods of the routes, and OPTIONS on each path if the spec allows other origins. */
export function methodsOf(api: Api): readonly ApiMethod[] {
  const { cors, routes } = api;
  const written = Object.entries(routes).map(([name, route]) => methodOf(api, route, ['api', 'routes', name]));
  if (cors === undefined) return written;
  const answered = new Set(written.filter(({ route }) => route.method === 'OPTIONS').map(({ route }) => route.path));
  const answering = new Map<string, Route>();
  for (const { route } of written) {
    const other = answering.get(route.path);
    // The method selects the function of a path, so the order and the keys of routes have no effect.
    if (other === undefined || route.method < other.method) answering.set(route.path, route);
  }
  const added = [...answering.values()].filter(({ path }) => !answered.has(path)).map(preflightOf);
  return [...written, ...added.map((route) => methodOf(api, route, ['api', 'cors']))];
}

function methodOf(api: Api, route: Route, part: readonly string[]): ApiMethod {
  const authorization = route.authorization ?? api.authorization;
  const throttle = route.throttle ?? api.throttle;
  return { route, authorization, throttle, callerHeader: callerHeader(api, authorization), part };
}

function callerHeader(api: Api, authorization: Api['authorization']): string | undefined {
  switch (authorization) {
    case 'AWS_IAM':
    case 'COGNITO_USER_POOLS':
      return 'Authorization';
    case 'CUSTOM':
      return api.lambdaAuthorizer?.header;
    case 'API_KEY':
      return 'X-Api-Key';
    case 'NONE':
      return undefined;
  }
}

/** The OPTIONS method of a path. It is public, because a browser does not send credentials with a preflight request. */
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
