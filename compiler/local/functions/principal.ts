// The identity under which a function calls AWS: its role, with the policies that the graph gives it.

import type { Policy } from '../../model/iam-policy';
import type { FunctionPrincipal } from '../front/call';
import type { LocalResource, LocalResources } from '../local-values';

/** Returns the principal of a function. */
export function principalOf(
  { name, inputs }: LocalResource<'aws:lambda/function:Function'>,
  resources: LocalResources,
): FunctionPrincipal {
  const role = inputs.role.slice(inputs.role.lastIndexOf('/') + 1);
  const inGraph = resources.of('aws:iam/role:Role').find((node) => (node.inputs.name ?? node.name) === role);
  const boundaryArn = inGraph?.inputs.permissionsBoundary;
  const boundary = resources
    .of('aws:iam/policy:Policy')
    .find((node) => boundaryArn?.endsWith(`:policy/${node.inputs.name ?? node.name}`));
  return {
    name: inputs.name ?? name,
    role,
    policies: resources
      .of('aws:iam/rolePolicy:RolePolicy')
      .filter((node) => node.inputs.role === role)
      .map((node) => parsePolicy(node.inputs.policy)),
    boundary: boundary && parsePolicy(boundary.inputs.policy),
  };
}

/** Parses the JSON that the graph has rendered. */
function parsePolicy(document: string | object): Policy {
  return (typeof document === 'string' ? JSON.parse(document) : document) as Policy;
}
