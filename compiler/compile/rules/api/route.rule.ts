// Checks that routes are unique, and that API Gateway accepts their paths.

import type { Route } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { fillPath, parameterOf, pathPrefixes } from '../../../graph/route-path';
import type { PathStep } from '../../../source/spec-node';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'sibling-parameters': {
    code: 'ENV3063',
    severity: 'error',
    summary: 'Two parameters with different names are at the same position of a path.',
    explanation: [
      'Each path can have at most one parameter directly below it, for all methods together.',
      'API Gateway rejects the second with "A sibling of this resource already has a variable path part" (CreateResource).',
      'A greedy parameter counts too.',
    ],
    message: (p: { parent: string; segment: string; other: string }) =>
      `${p.segment} and ${p.other} are both parameters below ${p.parent}; API Gateway allows one`,
  },
  'greedy-within-path': {
    code: 'ENV3064',
    severity: 'error',
    summary: 'A greedy parameter is not at the end of its path.',
    explanation: [
      'A parameter with + matches the rest of the path, so API Gateway allows nothing after it (Amazon API Gateway Developer Guide, "Set up a proxy resource").',
    ],
    message: (p: { greedy: string; rest: string }) =>
      `${p.greedy} matches the rest of the path; ${p.rest} cannot follow it`,
  },
  'repeated-route': {
    code: 'ENV3006',
    severity: 'error',
    summary: 'Two routes have the same method and path, or paths that differ only in the names of parameters.',
    explanation: [
      'API Gateway has one method for each path.',
      'It identifies a path parameter by its position, not by its name: `/payments/{id}` and `/payments/{payment}` are the same path.',
      'Remove one route, or change its method or path.',
    ],
    message: (p: { route: string; other: string }) =>
      `routes "${p.other}" and "${p.route}" have the same method and path`,
  },
});

interface Place {
  readonly name: string;
  readonly path: readonly PathStep[];
}

/** ENV3006: two routes with one method and path. ENV3063: two parameters at one position. ENV3064: a greedy parameter that is not last. */
export const routeRule: Rule = {
  diagnose,
  *check({ environment: { api }, at }) {
    const routes = new Map<string, Place>();
    const parameters = new Map<string, Place & { readonly segment: string }>();
    for (const [name, route] of Object.entries(api?.routes ?? {})) {
      const { method, path } = route;
      const request = `${method} ${fillPath(path, () => '{}')}`;
      const place = { name, path: specPath('api', 'routes', name, 'path') };
      const other = routes.get(request);
      if (other === undefined) {
        routes.set(request, place);
        yield* checkSiblings(route, place, parameters, at);
        yield* checkGreedy(route, place, at);
      } else {
        const related = [{ message: `route "${other.name}"`, span: at(other.path) }];
        yield diagnose('repeated-route', at(place.path), { route: name, other: other.name }, { related });
      }
    }
  },
};

/** API Gateway: "only one is allowed" of the variable path parts below a resource. */
function checkSiblings(
  { path }: Route,
  place: Place,
  seen: Map<string, Place & { readonly segment: string }>,
  at: RuleContext['at'],
): Diagnostic[] {
  for (const prefix of pathPrefixes(path)) {
    const [parent, segment] = [prefix.slice(0, prefix.lastIndexOf('/')), prefix.slice(prefix.lastIndexOf('/') + 1)];
    if (!segment.startsWith('{')) continue;
    const other = seen.get(parent);
    if (other === undefined) seen.set(parent, { ...place, segment });
    else if (other.segment !== segment) {
      const related = [{ message: `route "${other.name}"`, span: at(other.path) }];
      const parameters = { parent: parent === '' ? '/' : parent, segment, other: other.segment };
      return [
        diagnose('sibling-parameters', at(place.path), parameters, {
          related,
          help: `rename the parameter to ${other.segment}`,
        }),
      ];
    }
  }
  return [];
}

function checkGreedy({ path }: Route, place: Place, at: RuleContext['at']): Diagnostic[] {
  const segments = path.split('/');
  const position = segments.findIndex((segment) => parameterOf(segment)?.isGreedy);
  const [greedy = '', ...following] = segments.slice(position);
  if (position < 0 || following.length === 0) return [];
  const rest = `/${following.join('/')}`;
  const help = `end the path at ${greedy}, or change it to ${greedy.replace('+', '')}`;
  return [diagnose('greedy-within-path', at(place.path), { greedy, rest }, { help })];
}
