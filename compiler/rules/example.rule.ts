// The example of a route gives a value to each parameter of its path.

import { diagnose } from '../diagnostics/diagnostic';
import { pathParameters } from '../resolve/route-path';
import type { Rule } from './rule';

/** ENV3012: an example whose path parameters are not those of the path. */
export const exampleRule: Rule = ({ environment: { api }, at }) =>
  Object.entries(api?.routes ?? {}).flatMap(([route, { path, example }]) => {
    if (example === undefined) return [];
    const expected = pathParameters(path);
    const given = Object.keys(example.pathParameters);
    if (expected.length === given.length && expected.every((name) => given.includes(name))) return [];
    return [
      diagnose('example-parameters', at(['api', 'routes', route, 'example', 'pathParameters']), { route, expected }),
    ];
  });
