// The resource policy of an API (Amazon API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow").

import { evaluate, type Policy } from '../../../model/iam-policy';
import { LOCAL_ACCOUNT, type LocalResources } from '../../local-values';
import type { Route } from '../routes';
import { type Check, type RoutedRequest, refuseBy } from './check';
import { methodArnOf } from './method-arn';

/** Derives the policy; undefined for an API without one. */
export function deriveResourcePolicy(resources: LocalResources): Policy | undefined {
  const [policy] = resources.of('aws:apigateway/restApiPolicy:RestApiPolicy');
  return policy && (JSON.parse(String(policy.inputs.policy)) as Policy);
}

/**
 * Creates the check of a route; undefined without a policy, unless callers of other accounts can sign requests, which a policy must
 * allow. Callers that IAM or a Lambda authorizer approves do not need a statement that allows them; all others do.
 */
export function checkResourcePolicy(route: Route, policy: Policy | undefined, region: string): Check | undefined {
  const { authorization } = route;
  if (policy === undefined && authorization !== 'AWS_IAM') return undefined;
  const by = `the resource policy on ${route.method} ${route.resourcePath}`;
  return (request, caller) => {
    const { identity = {} } = caller;
    const isApproved =
      authorization === 'CUSTOM' || (authorization === 'AWS_IAM' && identity.accountId === LOCAL_ACCOUNT);
    const principal = authorization === 'AWS_IAM' ? identity.userArn : 'anonymous';
    // With the mode `count`, requests without a valid signature arrive here.
    if ((policy === undefined && isApproved) || !principal) return { caller };
    const resource = methodArnOf(request, region);
    const decision = evaluate(policy === undefined ? [] : [policy], {
      action: 'execute-api:Invoke',
      resource,
      principal,
      context: networkOf(request),
    });
    if (decision === 'allowed' || (decision === 'denied implicitly' && isApproved)) return { caller };
    const end = decision === 'denied explicitly' ? ' with an explicit deny' : '';
    const message = `User: ${principal} is not authorized to perform: execute-api:Invoke on resource: ${resource}${end}`;
    return refuseBy('ACCESS_DENIED', by, message);
  };
}

/** The condition keys of a request: a request through a VPC endpoint has its address in the VPC. */
function networkOf({ sourceIp, vpcEndpoint }: RoutedRequest): Readonly<Record<string, string>> {
  return vpcEndpoint === undefined
    ? { 'aws:SourceIp': sourceIp }
    : { 'aws:VpcSourceIp': sourceIp, 'aws:SourceVpce': vpcEndpoint };
}
