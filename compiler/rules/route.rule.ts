// Each request has one route, on a tree of paths that API Gateway takes.

import type { Route } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { pathPrefixes } from '../resolve/route-path';
import type { PathStep } from '../source/spec-node';
import type { Rule, RuleContext } from './rule';

interface Place {
  readonly name: string;
  readonly path: readonly PathStep[];
}

/** ENV3006: two routes with one method and path. ENV3063: two parameters in one place. ENV3064: something behind a greedy one. */
export const routeRule: Rule = ({ environment: { api }, at }) => {
  const routes = new Map<string, Place>();
  const parameters = new Map<string, Place & { readonly segment: string }>();
  return Object.entries(api?.routes ?? {}).flatMap(([name, route]) => {
    const { method, path } = route;
    const request = `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    const place = { name, path: ['api', 'routes', name, 'path'] };
    const other = routes.get(request);
    if (other !== undefined) {
      const related = [{ message: `the route ${other.name}`, span: at(other.path) }];
      return [diagnose('repeated-route', at(place.path), { route: name, other: other.name }, { related })];
    }
    routes.set(request, place);
    return [...checkSiblings(route, place, parameters, at), ...checkGreedy(route, place, at)];
  });
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
      const related = [{ message: `the route ${other.name}`, span: at(other.path) }];
      const parameters = { parent: parent === '' ? '/' : parent, segment, other: other.segment };
      return [
        diagnose('sibling-parameters', at(place.path), parameters, {
          related,
          help: `write ${other.segment} here too`,
        }),
      ];
    }
  }
  return [];
}

function checkGreedy({ path }: Route, place: Place, at: RuleContext['at']): Diagnostic[] {
  const [, greedy = '', rest = ''] = /(\{[^}]+\+\})(\/.+)$/.exec(path) ?? [];
  if (greedy === '') return [];
  const help = `end the path at ${greedy}, or write ${greedy.replace('+', '')}`;
  return [diagnose('greedy-within-path', at(place.path), { greedy, rest }, { help })];
}
