// The throttles of an API: that of all methods, and those of routes with their own.

import type { Api } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import type { PathStep } from '../../../source/spec-node';

/** A throttle, its field of the spec, and the functions of the routes that have it. */
export interface RouteThrottle {
  readonly throttle: Api['throttle'];
  readonly path: readonly PathStep[];
  readonly functions: ReadonlySet<string>;
}

/** The throttle of the API for the routes that have none of their own, then the throttles of the other routes. */
export function throttlesOf({ throttle, routes }: Api): readonly RouteThrottle[] {
  const inheriting = Object.values(routes).filter((route) => route.throttle === undefined);
  const functions = new Set(inheriting.map((route) => route.function));
  return [
    { throttle, path: specPath('api', 'throttle'), functions },
    ...Object.entries(routes).flatMap(([name, route]) =>
      route.throttle === undefined
        ? []
        : [
            {
              throttle: route.throttle,
              path: specPath('api', 'routes', name, 'throttle'),
              functions: new Set([route.function]),
            },
          ],
    ),
  ];
}
