// The OPTIONS methods that browsers ask before a page of another origin may call (Fetch Standard, "CORS-preflight request").

import type { Api, Route } from '../../schema/environment.generated';

/** The routes of an API, with OPTIONS on each path where the spec lets pages of other origins call. */
export function withPreflights({ cors, routes }: Api): { readonly [name: string]: Route } {
  if (cors === undefined) return routes;
  const written = Object.entries(routes);
  const asked = new Set(written.filter(([, { method }]) => method === 'OPTIONS').map(([, { path }]) => path));
  const added = written.flatMap(([name, route]): [string, Route][] => {
    if (asked.has(route.path)) return [];
    asked.add(route.path);
    // A browser sends no credentials with it.
    return [
      [
        `${name}-preflight`,
        {
          method: 'OPTIONS',
          path: route.path,
          function: route.function,
          authorization: 'NONE',
          queryParameters: {},
          validateBody: false,
          cache: false,
        },
      ],
    ];
  });
  return { ...routes, ...Object.fromEntries(added) };
}
