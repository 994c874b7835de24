// The resource policy of the API: the networks, VPC endpoints and accounts that may call it.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName } from '../../graph/handles';
import { partition } from '../../graph/region';
import { interpolate, type Value } from '../../graph/value';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { allow, policyDocument, type Statement } from './policy';
import { requestArns } from './request-arns';
import { type LowerContext, resource } from './section';

/** The policy; undefined if the spec does not restrict callers or allow other accounts. A private API requires a policy. */
export function lowerResourcePolicy({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const { sourceCidrs = [], accountIds = [] } = api.resourcePolicy ?? {};
  const denials = [
    // A request through a VPC endpoint has its address in the VPC.
    ...denyOthers('NotIpAddress', api.endpointType === 'PRIVATE' ? 'aws:VpcSourceIp' : 'aws:SourceIp', sourceCidrs),
    ...denyOthers('StringNotEquals', 'aws:SourceVpce', api.vpcEndpointIds),
  ];
  const roots = accountIds.map((id) => `arn:${partition(environment.region)}:iam::${id}:root`);
  const signed = routesBy(environment, api, (authorization) => authorization === 'AWS_IAM');
  const otherAccounts = roots.length === 0 ? [] : allowInvoke('Accounts', { AWS: roots }, signed);
  if (denials.length === 0 && otherAccounts.length === 0) return [];
  const path = api.resourcePolicy === undefined ? ['api', 'vpcEndpointIds'] : ['api', 'resourcePolicy'];
  return [
    resource(handle('aws:apigateway/restApiPolicy:RestApiPolicy', apiPartName('policy')), originOf(path), {
      restApiId: API.ref('id'),
      policy: policyDocument([
        ...allowInvoke('Unsigned', '*', routesBy(environment, api, isUnsigned)),
        ...otherAccounts,
        ...denials,
      ]),
    }),
  ];
}

/**
 * Whether callers of a route are unknown to IAM, so that the policy must allow them. It must not allow callers of other routes,
 * because they would then not need an identity policy or the approval of a Lambda authorizer (Amazon API Gateway Developer
 * Guide, "How API Gateway resource policies affect authorization workflow").
 */
const isUnsigned = (authorization: Api['authorization']) => authorization !== 'AWS_IAM' && authorization !== 'CUSTOM';

function routesBy(
  { facts: { methods } }: ExpandedEnvironment,
  api: Api,
  test: (authorization: Api['authorization']) => boolean,
): Value[] {
  return requestArns(
    api,
    methods.filter(({ authorization }) => test(authorization)).map(({ route }) => route),
    methods.map(({ route }) => route),
  );
}

function allowInvoke(sid: string, principal: Value, routes: readonly Value[]): Statement[] {
  return routes.length === 0 ? [] : [{ Sid: sid, ...allow(['execute-api:Invoke'], routes), Principal: principal }];
}

function denyOthers(operator: string, key: string, values: readonly string[]): Statement[] {
  if (values.length === 0) return [];
  return [
    {
      Sid: key === 'aws:SourceVpce' ? 'OtherEndpoints' : 'OtherNetworks',
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: interpolate(API.ref('executionArn'), '/*'),
      Condition: { [operator]: { [key]: values } },
    },
  ];
}
