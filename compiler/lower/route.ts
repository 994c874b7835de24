// Lowers routes: path resources, methods, their integration with a function, and the permission to invoke it.

import type { Api, Route } from '../../schema/environment.generated';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { type Reference, reference } from '../graph/value';
import {
  API_NODE,
  apiPartName,
  functionNode,
  methodName,
  methodNode,
  pathName,
  pathNode,
  permissionName,
} from '../resolve/logical-names';
import type { ListedRoute } from '../resolve/preflight';
import { authorizationOf, callerHeader } from '../resolve/route-authorization';
import { pathParameters, pathPrefixes } from '../resolve/route-path';
import { methodAuthorization } from './authorizer';
import { BODY_MODEL_NODE, BODY_MODELS } from './body-model';
import { invocationUri, routeArn } from './invocation';
import { type LowerContext, resource } from './section';

/** The path resources of all routes, and of the paths above them. */
export function lowerPathResources({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const origins = new Map<string, string>();
  for (const [name, { path }] of Object.entries(api.routes)) {
    for (const prefix of pathPrefixes(path)) if (!origins.has(prefix)) origins.set(prefix, name);
  }
  return [...origins].map(([path, route]) =>
    resource('aws:apigateway/resource:Resource', pathName(path), originOf(['api', 'routes', route, 'path']), {
      restApi: reference(API_NODE, 'id'),
      parentId: parentOf(path),
      pathPart: path.slice(path.lastIndexOf('/') + 1),
    }),
  );
}

/** The request validators that routes need: for required query parameters, for bodies, or for both. */
export function lowerValidators({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const validated = new Map(Object.values(api.routes).map((route) => [validatorName(route), route]));
  return [...validated].flatMap(([name, route]) =>
    name === undefined
      ? []
      : [
          resource('aws:apigateway/requestValidator:RequestValidator', name, originOf(['api', 'routes']), {
            restApi: reference(API_NODE, 'id'),
            validateRequestParameters: requiresParameters(route) ? true : undefined,
            validateRequestBody: route.validateBody ? true : undefined,
          }),
        ],
  );
}

/** A method, its integration and its permission. */
export function lowerRoute(
  { environment, originOf }: LowerContext,
  api: Api,
  { route, part }: ListedRoute,
): AnyResourceNode[] {
  const origin = originOf(part);
  const api_ = { restApi: reference(API_NODE, 'id'), resourceId: reference(pathNode(route.path), 'id') };
  const request = methodName(route.method, route.path);
  const lambda = functionNode(route.function);
  const parameters = requestParameters(api, route);
  const validator = validatorName(route);

  return [
    resource(
      'aws:apigateway/method:Method',
      request,
      origin,
      {
        ...api_,
        httpMethod: route.method,
        ...methodAuthorization(api, authorizationOf(api, route)),
        requestParameters: Object.keys(parameters).length === 0 ? undefined : parameters,
        requestModels: route.validateBody ? BODY_MODELS : undefined,
        requestValidatorId:
          validator === undefined
            ? undefined
            : reference(nodeId('aws:apigateway/requestValidator:RequestValidator', validator), 'id'),
      },
      // The method refers to the model by name, not by reference.
      { dependsOn: route.validateBody ? [BODY_MODEL_NODE] : [] },
    ),
    resource('aws:apigateway/integration:Integration', `${request} integration`, origin, {
      ...api_,
      httpMethod: reference(methodNode(route.method, route.path), 'httpMethod'),
      integrationHttpMethod: 'POST',
      type: 'AWS_PROXY',
      uri: invocationUri(environment.region, reference(lambda, 'arn')),
      timeoutMilliseconds: api.integrationTimeoutMilliseconds,
      // If a parameter were missing in the key, the cache would return one customer's payment to another.
      cacheKeyParameters: route.cache ? Object.keys(parameters) : undefined,
    }),
    resource('aws:lambda/permission:Permission', permissionName(route.method, route.path), origin, {
      action: 'lambda:InvokeFunction',
      function: reference(lambda, 'name'),
      principal: 'apigateway.amazonaws.com',
      sourceArn: routeArn(api, route),
    }),
  ];
}

/** The parameters of a route in API Gateway's form, with whether each is required; for a cached route, all that its response depends on. */
function requestParameters(api: Api, route: Route): Record<string, boolean> {
  // Responses name the origin that may read them.
  const headers = route.cache ? [callerHeader(api, route) ?? [], api.cors ? 'Origin' : []].flat() : [];
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

/** The name of a route's validator; undefined if there is nothing to validate. */
function validatorName(route: Route): string | undefined {
  const parts = [...(requiresParameters(route) ? ['parameter'] : []), ...(route.validateBody ? ['body'] : [])];
  return parts.length === 0 ? undefined : apiPartName(`${parts.join('-')}-validator`);
}

function parentOf(path: string): Reference {
  const parent = path.slice(0, path.lastIndexOf('/'));
  return parent === '' ? reference(API_NODE, 'rootResourceId') : reference(pathNode(parent), 'id');
}
