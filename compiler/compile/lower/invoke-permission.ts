// The permissions of the API to invoke the functions of its routes.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import type { Handle } from '../../graph/handle';
import { functionHandle, jointPermissionHandle, permissionHandle } from '../../graph/handles';
import type { ApiMethod } from '../../language/expand/methods';
import { type Requests, routeArn } from './invocation';
import { type LowerContext, resource } from './section';

/**
 * The number of routes up to which each route of a function has its own permission. Lambda limits a function's policy to 20,480 bytes
 * (AWS Lambda quotas, "Function resource-based policy"); a statement has about 370 bytes, and up to 1,024 with a long path.
 */
const MAXIMUM_PERMISSIONS = 20;

const ALL_REQUESTS = { method: '*', path: '/*' } as const;

/** A permission for each route; a function with too many routes gets one permission for all requests to the API. */
export function lowerInvokePermissions({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const byFunction = new Map<string, ApiMethod[]>();
  for (const method of environment.facts.methods) {
    const { function: name } = method.route;
    byFunction.set(name, [...(byFunction.get(name) ?? []), method]);
  }
  const permission = (
    handle: Handle<'aws:lambda/permission:Permission'>,
    { part, route }: ApiMethod,
    requests: Requests = route,
  ) =>
    resource(handle, originOf(part), {
      action: 'lambda:InvokeFunction',
      function: functionHandle(route.function).ref('name'),
      principal: 'apigateway.amazonaws.com',
      sourceArn: routeArn(api, requests),
    });
  return [...byFunction].flatMap(([name, routes]) =>
    routes.length > MAXIMUM_PERMISSIONS
      ? // API Gateway still invokes the function only for the routes of the function.
        routes.slice(0, 1).map((first) => permission(jointPermissionHandle(name), first, ALL_REQUESTS))
      : routes.map((method) => permission(permissionHandle(method.route.method, method.route.path), method)),
  );
}
