// A request that a route seems to answer is not lost to a more specific path without its method.

import type { Route } from '../../schema/environment.generated';
import { diagnose } from '../diagnostics/diagnostic';
import { pathPrefixes } from '../resolve/route-path';
import type { Rule } from './rule';

/** ENV3065: API Gateway chooses the most specific path first and looks for the method there alone. */
export const deadEndRule: Rule = ({ environment: { api }, at }) => {
  const routes = Object.entries(api?.routes ?? {});
  const owners = new Map<string, string>();
  for (const [name, { path }] of routes) {
    for (const prefix of pathPrefixes(path)) if (!owners.has(prefix)) owners.set(prefix, name);
  }
  const methodsOf = (path: string) => routes.filter(([, other]) => other.path === path).map(([, { method }]) => method);
  return routes.flatMap(([name, route]) =>
    [...owners]
      .filter(([path]) => hides(path, route) && !methodsOf(path).includes(route.method))
      .map(([path, owner]) =>
        diagnose(
          'dead-end',
          at(['api', 'routes', name, 'path']),
          { request: `${route.method} ${path}`, path, route: route.path, methods: methodsOf(path) },
          {
            help: `add a route ${route.method} ${path}, or give ${owner} a path that ${route.path} does not match`,
            related: [{ message: `the route ${owner}`, span: at(['api', 'routes', owner, 'path']) }],
          },
        ),
      ),
  );
};

/** Whether a path takes requests from a route: it matches the route's, and has a fixed segment where that has a parameter. */
function hides(path: string, route: Route): boolean {
  const [segments, pattern] = [path.split('/'), route.path.split('/')];
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at];
    if (segment === undefined) return false;
    if (part === segment) continue;
    if (!part.startsWith('{') || segment.startsWith('{')) return false;
    if (part.endsWith('+}')) return true;
    // Behind the first difference the rest must match too, for requests to the path to be the route's otherwise.
    return (
      pattern.length === segments.length &&
      pattern.slice(at + 1).every((rest, index) => rest.startsWith('{') || rest === segments[at + 1 + index])
    );
  }
  return false;
}
