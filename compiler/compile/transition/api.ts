// Restores defaults of a deployed API that AWS keeps unless they are set, and refuses changes of its endpoint that AWS rejects.

import type { ResourceNode } from '../../graph/graph';
import type { DeployedStack, Outputs } from './deployed';
import type { Refusal, Transition } from './pass';
import { refusalOf, reviseKind } from './revise';

type RestApi = 'aws:apigateway/restApi:RestApi';

/** Sets an explicit legacy security policy when an API leaves an enhanced policy or its endpoint type, and checks endpoint changes. */
export function changeApi(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind<RestApi>(transition, deployed, 'aws:apigateway/restApi:RestApi', (node, outputs) => ({
    inputs: legacyPolicy(node, outputs),
    refusals: [...endpointTypeRefusals(node, outputs), ...endpointIdRefusals(node, outputs)],
  }));
}

/** The default security policies (Amazon API Gateway Developer Guide, "Choose a security policy for your REST API custom domain"). */
const LEGACY_POLICIES: Readonly<Record<string, string>> = { EDGE: 'TLS_1_0', REGIONAL: 'TLS_1_0', PRIVATE: 'TLS_1_2' };

/**
 * The provider ignores an absent policy but removes an absent access mode, which AWS rejects for an enhanced policy: "Endpoint
 * access mode is required for the specified security policy".
 */
function legacyPolicy(node: ResourceNode<RestApi>, outputs: Outputs) {
  const { securityPolicy } = outputs;
  if (typeof securityPolicy !== 'string' || node.inputs.securityPolicy !== undefined) return {};
  const isEnhanced = securityPolicy.startsWith('SecurityPolicy_');
  const isOtherType = deployedEndpoint(outputs).types !== newType(node);
  const legacy = LEGACY_POLICIES[newType(node)];
  if (legacy === undefined || legacy === securityPolicy) return {};
  return isEnhanced || isOtherType ? { securityPolicy: legacy } : {};
}

/** AWS can change a private API only to a Regional one (Amazon API Gateway Developer Guide, "Change a public or private API endpoint type in API Gateway"). */
function endpointTypeRefusals(node: ResourceNode<RestApi>, outputs: Outputs): Refusal[] {
  if (deployedEndpoint(outputs).types !== 'PRIVATE' || newType(node) !== 'EDGE') return [];
  const reason = 'AWS cannot change a PRIVATE API to an EDGE one';
  const fix = 'set api.endpointType: REGIONAL and deploy; then set EDGE and deploy again';
  return [refusalOf(node, 'endpointType', { reason, fix })];
}

/** The provider ignores an absent list of endpoints (vpc_endpoint_ids is Optional and Computed in internal/service/apigateway/rest_api.go). */
function endpointIdRefusals(node: ResourceNode<RestApi>, outputs: Outputs): Refusal[] {
  const { vpcEndpointIds = [] } = deployedEndpoint(outputs);
  if (vpcEndpointIds.length === 0 || node.inputs.endpointConfiguration?.vpcEndpointIds !== undefined) return [];
  const patches = vpcEndpointIds.map((id) => ({
    op: 'remove',
    path: '/endpointConfiguration/vpcEndpointIds',
    value: id,
  }));
  const api = typeof outputs.id === 'string' ? outputs.id : 'API_ID';
  const command = `aws apigateway update-rest-api --rest-api-id ${api} --patch-operations '${JSON.stringify(patches)}'`;
  const reason = `the provider cannot remove the last VPC endpoints of the API (${vpcEndpointIds.join(', ')})`;
  const fix = `run ${command} ; then run pulumi refresh and deploy`;
  return [refusalOf(node, 'vpcEndpointIds', { reason, fix })];
}

interface Endpoint {
  readonly types?: string;
  readonly vpcEndpointIds?: readonly string[];
}

function deployedEndpoint({ endpointConfiguration }: Outputs): Endpoint {
  return (endpointConfiguration ?? {}) as Endpoint;
}

function newType({ inputs }: ResourceNode<RestApi>): string {
  return String(inputs.endpointConfiguration?.types);
}
