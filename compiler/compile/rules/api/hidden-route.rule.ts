// Checks that no more specific path without the method hides a route.

import type { Route } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { pathPrefixes } from '../../../graph/route-path';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'hidden-route': {
    code: 'ENV3065',
    severity: 'warning',
    summary:
      'API Gateway rejects a request that a route matches, because a more specific path does not have the method.',
    explanation: [
      'API Gateway first finds the most specific path, and then looks for the method there.',
      'If the path does not have the method, the response is 403 Missing Authentication Token.',
      'API Gateway does not try a less specific path that also matches.',
      'Add the method to the path, or move one of the routes.',
    ],
    message: (p: { request: string; path: string; route: string; methods: readonly string[] }) =>
      `${p.request} receives 403, although route "${p.route}" matches it: the more specific path ${p.path} has ${p.methods.length > 0 ? `only ${p.methods.join(', ')}` : 'no method'}`,
  },
});

/** ENV3065: API Gateway selects the most specific path first, and looks for the method only there. */
export const hiddenRouteRule: Rule = {
  diagnose,
  *check({ environment: { api }, at }) {
    const routes = Object.entries(api?.routes ?? {});
    const owners = new Map<string, string>();
    for (const [name, { path }] of routes)
      for (const prefix of pathPrefixes(path)) if (!owners.has(prefix)) owners.set(prefix, name);
    const methods = new Map<string, Route['method'][]>();
    for (const [, { path, method }] of routes) methods.set(path, [...(methods.get(path) ?? []), method]);
    const methodsOf = (path: string) => methods.get(path) ?? [];
    // A route without a parameter matches one path only.
    const hideable = routes.filter(([, { path }]) => path.includes('{'));
    const starts = new Set(hideable.map(([, { path }]) => fixedStart(path)));
    const below = pathsBelow(starts, [...owners.keys()]);
    for (const [name, route] of hideable) {
      for (const path of below.get(fixedStart(route.path)) ?? []) {
        if (!hides(path, route) || methodsOf(path).includes(route.method)) continue;
        const owner = owners.get(path) ?? '';
        const request = `${route.method} ${path}`;
        yield diagnose(
          'hidden-route',
          at(['api', 'routes', name, 'path']),
          { request, path, route: route.path, methods: methodsOf(path) },
          {
            help: `add a route ${request}, or change the path of "${owner}" to one that ${route.path} does not match`,
            related: [{ message: `route "${owner}"`, span: at(['api', 'routes', owner, 'path']) }],
          },
        );
      }
    }
  },
};

/** The segments of a path before its first parameter. */
function fixedStart(path: string): string {
  return path.split('/{')[0] ?? '';
}

/** The paths below each start: a route with that start matches no others. */
function pathsBelow(starts: ReadonlySet<string>, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const below = new Map([...starts].map((start): [string, string[]] => [start, []]));
  for (const path of paths) for (const start of ['', ...pathPrefixes(path)]) below.get(start)?.push(path);
  return below;
}

/** Whether a path hides requests of a route: it matches the route's path, and has a fixed segment where that has a parameter. */
function hides(path: string, route: Route): boolean {
  const [segments, pattern] = [path.split('/'), route.path.split('/')];
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at];
    if (segment === undefined) return false;
    if (part === segment) continue;
    if (!part.startsWith('{') || segment.startsWith('{')) return false;
    if (part.endsWith('+}')) return true;
    // After the first difference, the other segments must match too: only then would the route receive the request.
    return (
      pattern.length === segments.length &&
      pattern.slice(at + 1).every((rest, index) => rest.startsWith('{') || rest === segments[at + 1 + index])
    );
  }
  return false;
}
