// Each request has one route.

import { diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule } from './rule';

/** ENV3006: two routes with one method and path; API Gateway refuses sibling parameters under different names too. */
export const routeRule: Rule = ({ environment: { api }, at }) => {
  const first = new Map<string, { name: string; path: PathStep[] }>();
  return Object.entries(api?.routes ?? {}).flatMap(([name, { method, path }]) => {
    const request = `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    const place = ['api', 'routes', name, 'path'];
    const other = first.get(request);
    if (other === undefined) {
      first.set(request, { name, path: place });
      return [];
    }
    const related = [{ message: `the route ${other.name}`, span: at(other.path) }];
    return [diagnose('repeated-route', at(place), { route: name, other: other.name }, { related })];
  });
};
