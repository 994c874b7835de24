// The model that a method's validator requires of a body (Amazon API Gateway, "Request validation for REST APIs").

import { compileBodyModel } from '../../../compile/bundle/body-model';
import { valuesOf } from '../event-headers';
import type { Route } from '../routes';
import { type Check, refuseBy } from './check';

type Validate = Awaited<ReturnType<typeof compileBodyModel>>;

/** The validators of each route by media type. */
const validators = new WeakMap<Route, ReadonlyMap<string, Promise<Validate>>>();

/** The media type of a body without Content-Type (Amazon API Gateway, "Integration passthrough behaviors"). */
const DEFAULT_TYPE = 'application/json';

/** Compiles the models of routes, for example while functions start. */
export function prepareBodyModels(routes: readonly Route[]): void {
  for (const route of routes) for (const validate of validatorsOf(route).values()) validate.catch(() => {});
}

/** The validators of a route, which are compiled once. */
function validatorsOf(route: Route): ReadonlyMap<string, Promise<Validate>> {
  const known = validators.get(route);
  if (known !== undefined) return known;
  const compiled = new Map(
    Object.entries(route.bodyModels).map(([type, schema]) => [
      type,
      compileBodyModel(JSON.parse(schema) as Record<string, unknown>),
    ]),
  );
  validators.set(route, compiled);
  return compiled;
}

/** Creates the check of a route; undefined if the route does not validate bodies. A body of a type without a model passes. */
export function checkBody(route: Route): Check | undefined {
  const { bodyModels, method, resourcePath } = route;
  if (Object.keys(bodyModels).length === 0) return undefined;
  return async ({ headers, body }, caller) => {
    const [contentType = DEFAULT_TYPE] = valuesOf(headers, 'content-type');
    const [type = ''] = contentType.split(';');
    const validate = await validatorsOf(route).get(type.trim().toLowerCase());
    if (validate === undefined || matches(validate, body)) return { caller };
    return refuseBy('BAD_REQUEST_BODY', `the body model of ${method} ${resourcePath}`);
  };
}

function matches(validate: Validate, body: Buffer): boolean {
  try {
    return validate(JSON.parse(body.toString('utf8')));
  } catch {
    return false;
  }
}
