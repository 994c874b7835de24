// The model that a method's validator requires of a body (Amazon API Gateway, "Request validation for REST APIs"). The only file
// of the local run that uses ajv.

import { valuesOf } from '../event-headers';
import type { Route } from '../routes';
import { type Check, refuseBy } from './check';

type Validate = (value: unknown) => boolean;

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
    const known = compiled.get(type) ?? compile(schema);
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

/** Compiles a model. Its keywords mean the same in draft 4, which API Gateway uses, and in draft 7, which ajv implements. */
async function compile(text: string): Promise<Validate> {
  const { default: Ajv } = await import('ajv');
  const { $schema: _draft4, ...schema } = JSON.parse(text) as Record<string, unknown>;
  return new Ajv({ strict: false, logger: false }).compile(schema) as Validate;
}
