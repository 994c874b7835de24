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
  const methods = new Map<string, Route['method'][]>();
  for (const [, { path, method }] of routes) methods.set(path, [...(methods.get(path) ?? []), method]);
  const methodsOf = (path: string) => methods.get(path) ?? [];
  const below = pathsBelow([...owners.keys()]);
  return routes.flatMap(([name, route]) =>
    (below.get(fixedStart(route.path)) ?? [])
      .filter((path) => hides(path, route) && !methodsOf(path).includes(route.method))
      .map((path) => [path, owners.get(path) ?? ''] as const)
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

/** The segments of a path before its first parameter. */
function fixedStart(path: string): string {
  return path.split('/{')[0] ?? '';
}

/** Paths by each that they lie below: only those are matched by a route that begins with it. */
function pathsBelow(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const path of paths) {
    for (const start of ['', ...pathPrefixes(path)]) {
      const known = below.get(start);
      if (known === undefined) below.set(start, [path]);
      else known.push(path);
    }
  }
  return below;
}

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
