// Limits the size of a function's resource-based policy by joining permissions.

import type { Api } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { isExpression, type Value } from '../graph/value';
import { routeArn } from './invocation';

/**
 * The number of routes up to which each route of a function has its own permission. Lambda limits a function's policy to 20,480 bytes
 * (AWS Lambda quotas, "Function resource-based policy"); a statement has about 370 bytes, and up to 1,024 with a long path.
 */
const MAXIMUM_PERMISSIONS = 20;

/** The resources of all routes; a function with too many routes gets one permission for all requests to the API. */
export function joinPermissions(api: Api, nodes: readonly AnyResourceNode[]): AnyResourceNode[] {
  const groups = new Map<string, AnyResourceNode[]>();
  for (const node of nodes) {
    if (node.kind !== 'aws:lambda/permission:Permission') continue;
    const key = JSON.stringify(node.inputs.function);
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const joined = new Map(
    [...groups.values()].flatMap((group) =>
      group.length > MAXIMUM_PERMISSIONS ? group.map((node, at) => [node.id, at === 0] as const) : [],
    ),
  );
  return nodes.flatMap((node) => {
    const isFirst = joined.get(node.id);
    if (isFirst === undefined || node.kind !== 'aws:lambda/permission:Permission') return [node];
    return isFirst ? [forAllRequests(api, node)] : [];
  });
}

/** A permission for all requests to the API, in place of a route's. API Gateway still calls the function only for its own routes. */
function forAllRequests(
  api: Api,
  node: Extract<AnyResourceNode, { kind: 'aws:lambda/permission:Permission' }>,
): AnyResourceNode {
  const lambda = node.inputs.function as Value;
  const part = isExpression(lambda) && lambda.$ === 'reference' ? (lambda.node.split('::')[1] ?? '') : '';
  const name = `api-gateway-lambda-permission-${part}`;
  return {
    ...node,
    id: `${node.kind}::${name}`,
    name,
    inputs: { ...node.inputs, sourceArn: routeArn(api, { method: '*', path: '/*' }) },
  };
}
