// Keeps the policy of a function with many routes as short as Lambda takes it.

import type { Api } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { isExpression, type Value } from '../graph/value';
import { routeArn } from './invocation';

/**
 * How many routes of a function have a permission each. Lambda takes 20,480 bytes for the policy of a function (AWS Lambda quotas,
 * "Function resource-based policy"), and a statement has some 370 bytes: up to 1,024 with a long path.
 */
const MOST_PERMISSIONS = 20;

/** The resources of all routes, with one permission for all requests to the API in place of more of a function than its policy takes. */
export function joinPermissions(api: Api, nodes: readonly AnyResourceNode[]): AnyResourceNode[] {
  const groups = new Map<string, AnyResourceNode[]>();
  for (const node of nodes) {
    if (node.kind !== 'aws:lambda/permission:Permission') continue;
    const key = JSON.stringify(node.inputs.function);
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const joined = new Map(
    [...groups.values()].flatMap((group) =>
      group.length > MOST_PERMISSIONS ? group.map((node, at) => [node.id, at === 0] as const) : [],
    ),
  );
  return nodes.flatMap((node) => {
    const isFirst = joined.get(node.id);
    if (isFirst === undefined || node.kind !== 'aws:lambda/permission:Permission') return [node];
    return isFirst ? [forAllRequests(api, node)] : [];
  });
}

/** The permission of a route, for all requests: API Gateway calls the function for its own routes only. */
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
