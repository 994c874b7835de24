// The model that a method's validator requires of a body (Amazon API Gateway, "Request validation for REST APIs").

import { compileBodyModel } from '../../../bundle/body-model';
import { valuesOf } from '../event-headers';
import type { Route } from '../routes';
import { type Check, refuseBy } from './check';

type Validate = Awaited<ReturnType<typeof compileBodyModel>>;

/** The media type of a body without Content-Type (Amazon API Gateway, "Integration passthrough behaviors"). */
const DEFAULT_TYPE = 'application/json';

/** Creates the check of a route; undefined if the route does not validate bodies. A body of a type without a model passes. */
export function checkBody({ bodyModels, method, resourcePath }: Route): Check | undefined {
  if (Object.keys(bodyModels).length === 0) return undefined;
  const compiled = new Map<string, Promise<Validate>>();

  /** The validator of a media type. It is compiled for the first body, so that the run starts without ajv. */
  function validatorOf(type: string): Promise<Validate> | undefined {
    const schema = Object.hasOwn(bodyModels, type) ? bodyModels[type] : undefined;
    if (schema === undefined) return undefined;
    const known = compiled.get(type) ?? compileBodyModel(JSON.parse(schema) as Record<string, unknown>);
    compiled.set(type, known);
    return known;
  }

  return async ({ headers, body }, caller) => {
    const [contentType = DEFAULT_TYPE] = valuesOf(headers, 'content-type');
    const [type = ''] = contentType.split(';');
    const validate = await validatorOf(type.trim().toLowerCase());
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
