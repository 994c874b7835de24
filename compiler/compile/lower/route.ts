// Lowers routes: path resources, methods, and their integration with a function.

import type { Api, Route } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName, functionHandle, methodHandle, pathHandle } from '../../graph/handles';
import { pathParameters, pathPrefixes } from '../../graph/route-path';
import type { Reference } from '../../graph/value';
import type { ApiMethod } from '../../language/expand/methods';
import { methodAuthorization } from './authorizer';
import { BODY_MODEL, BODY_MODELS } from './body-model';
import { invocationUri } from './invocation';
import { type LowerContext, resource } from './section';

/** The path resources of all routes and of their parent paths. */
export function lowerPathResources({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const origins = new Map<string, string>();
  for (const [name, { path }] of Object.entries(api.routes)) {
    for (const prefix of pathPrefixes(path)) if (!origins.has(prefix)) origins.set(prefix, name);
  }
  return [...origins].map(([path, route]) =>
    resource(pathHandle(path), originOf(['api', 'routes', route, 'path']), {
      restApi: API.ref('id'),
      parentId: parentOf(path),
      pathPart: path.slice(path.lastIndexOf('/') + 1),
    }),
  );
}

/** The request validators that routes need: for required query parameters, for bodies, or for both. */
export function lowerValidators({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const validated = new Map(Object.values(api.routes).map((route) => [validatorOf(route)?.id, route]));
  return [...validated.values()].flatMap((route) => {
    const validator = validatorOf(route);
    if (validator === undefined) return [];
    return [
      resource(validator, originOf(['api', 'routes']), {
        restApi: API.ref('id'),
        validateRequestParameters: requiresParameters(route) ? true : undefined,
        validateRequestBody: route.validateBody ? true : undefined,
      }),
    ];
  });
}

/** A method and its integration. */
export function lowerRoute(
  { environment, originOf }: LowerContext,
  api: Api,
  { route, authorization, callerHeader, part }: ApiMethod,
): AnyResourceNode[] {
  const origin = originOf(part);
  const api_ = { restApi: API.ref('id'), resourceId: pathHandle(route.path).ref('id') };
  const method = methodHandle(route.method, route.path);
  // The response contains the allowed origin.
  const keys = route.cache ? [callerHeader ?? [], api.cors ? 'Origin' : []].flat() : [];
  const parameters = requestParameters(route, keys);

  return [
    resource(
      method,
      origin,
      {
        ...api_,
        httpMethod: route.method,
        ...methodAuthorization(api, authorization),
        requestParameters: Object.keys(parameters).length === 0 ? undefined : parameters,
        requestModels: route.validateBody ? BODY_MODELS : undefined,
        requestValidatorId: validatorOf(route)?.ref('id'),
      },
      // The method refers to the model by name, not by reference.
      { dependsOn: route.validateBody ? [BODY_MODEL.id] : [] },
    ),
    resource(handle('aws:apigateway/integration:Integration', `${method.name} integration`), origin, {
      ...api_,
      httpMethod: method.ref('httpMethod'),
      integrationHttpMethod: 'POST',
      type: 'AWS_PROXY',
      uri: invocationUri(environment.region, functionHandle(route.function).ref('arn')),
      timeoutMilliseconds: api.integrationTimeoutMilliseconds,
      // If the key did not contain a parameter, the cache would return one customer's payment to another customer.
      cacheKeyParameters: route.cache ? Object.keys(parameters) : undefined,
    }),
  ];
}

/**
 * The parameters of a route in API Gateway's form, with whether each is required.
 * @param headers the headers that a cached response depends on
 */
function requestParameters(route: Route, headers: readonly string[]): Record<string, boolean> {
  return Object.fromEntries([
    ...headers.map((name) => [`method.request.header.${name}`, false]),
    ...pathParameters(route.path).map((name) => [`method.request.path.${name}`, true]),
    ...Object.entries(route.queryParameters).map(([name, { required }]) => [
      `method.request.querystring.${name}`,
      required,
    ]),
  ]);
}

function requiresParameters({ queryParameters }: Route): boolean {
  return Object.values(queryParameters).some(({ required }) => required);
}

/** The validator of a route; undefined for a route without validation. */
function validatorOf(route: Route) {
  const parts = [...(requiresParameters(route) ? ['parameter'] : []), ...(route.validateBody ? ['body'] : [])];
  if (parts.length === 0) return undefined;
  return handle('aws:apigateway/requestValidator:RequestValidator', apiPartName(`${parts.join('-')}-validator`));
}

function parentOf(path: string): Reference {
  const parent = path.slice(0, path.lastIndexOf('/'));
  return parent === '' ? API.ref('rootResourceId') : pathHandle(parent).ref('id');
}
