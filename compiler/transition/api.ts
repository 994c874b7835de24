// Takes back what a deployed API keeps unless it is told otherwise, and refuses changes of its endpoint that AWS does not make.

import type { ResourceNode } from '../graph/graph';
import type { DeployedStack, Outputs } from './deployed';
import type { Refusal, Transition } from './pass';
import { refusalOf, reviseKind } from './revise';

type RestApi = 'aws:apigateway/restApi:RestApi';

/** Gives an API that leaves an enhanced security policy, or its endpoint type, an explicit legacy policy, and checks changes of its endpoint. */
export function changeApi(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind<RestApi>(transition, deployed, 'aws:apigateway/restApi:RestApi', (node, outputs) => ({
    inputs: legacyPolicy(node, outputs),
    refusals: [...endpointTypeRefusals(node, outputs), ...endpointIdRefusals(node, outputs)],
  }));
}

/** The policy of an API that was never given one (Amazon API Gateway Developer Guide, "Choose a security policy for your REST API custom domain"). */
const LEGACY_POLICIES: Readonly<Record<string, string>> = { EDGE: 'TLS_1_0', REGIONAL: 'TLS_1_0', PRIVATE: 'TLS_1_2' };

/**
 * To the provider, an absent policy is no change, while an absent access mode is removed, which AWS rejects for an enhanced
 * policy: "Endpoint access mode is required for the specified security policy".
 */
function legacyPolicy(node: ResourceNode<RestApi>, outputs: Outputs) {
  const { securityPolicy } = outputs;
  if (typeof securityPolicy !== 'string' || node.inputs.securityPolicy !== undefined) return {};
  const isEnhanced = securityPolicy.startsWith('SecurityPolicy_');
  const isOtherType = deployedEndpoint(outputs).types !== wantedType(node);
  const legacy = LEGACY_POLICIES[wantedType(node)];
  if (legacy === undefined || legacy === securityPolicy) return {};
  return isEnhanced || isOtherType ? { securityPolicy: legacy } : {};
}

/** AWS changes a private API to a Regional one only (Amazon API Gateway Developer Guide, "Change a public or private API endpoint type in API Gateway"). */
function endpointTypeRefusals(node: ResourceNode<RestApi>, outputs: Outputs): Refusal[] {
  if (deployedEndpoint(outputs).types !== 'PRIVATE' || wantedType(node) !== 'EDGE') return [];
  const reason = 'AWS does not change a PRIVATE API to an EDGE one';
  const wayOut = 'set api.endpointType: REGIONAL and deploy; then set EDGE and deploy again';
  return [refusalOf(node, 'endpointType', { reason, wayOut })];
}

/** To the provider, no endpoints at all is no change (vpc_endpoint_ids is Optional and Computed in internal/service/apigateway/rest_api.go). */
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
  const reason = `the provider does not take the last VPC endpoints from the API (${vpcEndpointIds.join(', ')})`;
  const wayOut = `run ${command} ; then run pulumi refresh and deploy`;
  return [refusalOf(node, 'vpcEndpointIds', { reason, wayOut })];
}

interface Endpoint {
  readonly types?: string;
  readonly vpcEndpointIds?: readonly string[];
}

function deployedEndpoint({ endpointConfiguration }: Outputs): Endpoint {
  return (endpointConfiguration ?? {}) as Endpoint;
}

function wantedType({ inputs }: ResourceNode<RestApi>): string {
  return String(inputs.endpointConfiguration?.types);
}
