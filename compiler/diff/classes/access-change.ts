// Finds changes of access: IAM, resource policies, authorizers, API keys and the account to deploy to.

import { resourcesOf } from '../../graph/graph';
import { describeKind, type Kind } from '../../graph/kind';
import { formatPlace } from '../../source/source';
import { spanAt } from '../../source/spec-node';
import type { ResourceChange } from '../difference';
import type { PropertyChange } from '../property-changes';
import { type FindChanges, type Finding, findingOf, type SpecChange } from './change';

/** The kinds that determine access, with the relevant inputs; `all` excludes names and tags. */
const ACCESS_INPUTS: Readonly<Partial<Record<Kind, 'all' | readonly string[]>>> = {
  'aws:apigateway/apiKey:ApiKey': 'all',
  'aws:apigateway/authorizer:Authorizer': 'all',
  'aws:apigateway/domainName:DomainName': ['mutualTlsAuthentication'],
  'aws:apigateway/method:Method': ['authorization', 'authorizerId', 'authorizationScopes', 'apiKeyRequired'],
  'aws:apigateway/restApi:RestApi': ['endpointConfiguration', 'policy'],
  'aws:apigateway/restApiPolicy:RestApiPolicy': 'all',
  'aws:apigateway/usagePlanKey:UsagePlanKey': 'all',
  'aws:iam/policy:Policy': 'all',
  'aws:iam/role:Role': 'all',
  'aws:iam/rolePolicy:RolePolicy': 'all',
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': 'all',
  'aws:kms/key:Key': ['policy'],
  'aws:lambda/permission:Permission': 'all',
  'aws:sns/topicPolicy:TopicPolicy': 'all',
  'aws:sqs/queuePolicy:QueuePolicy': 'all',
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': 'all',
  'aws:wafv2/webAcl:WebAcl': ['rules', 'defaultAction'],
  'aws:wafv2/webAclAssociation:WebAclAssociation': 'all',
};

/** Inputs that do not affect access. */
const LABELS = ['name', 'namePrefix', 'description', 'tags', 'tagsAll', 'region', 'role', 'policyArn'];

/** Changes of resources and settings that determine access. */
export const findAccessChanges: FindChanges = (change) => [
  ...change.difference.resources.flatMap((resource) => accessOf(change, resource)),
  ...accountsOf(change),
];

function accessOf(change: SpecChange, resource: ResourceChange): Finding[] {
  const accessInputs = ACCESS_INPUTS[resource.kind];
  if (accessInputs === undefined || isApiGatewayPermission(change, resource)) return [];
  const at = (event: string) =>
    findingOf(change, 'access change', resource, `${describeKind(resource.kind)} ${resource.name} ${event}`);
  if (resource.impact === 'creation' || resource.impact === 'deletion')
    return accessInputs === 'all' ? [at(resource.impact === 'creation' ? 'is created' : 'is deleted')] : [];
  const inputs = resource.properties.filter(
    (property) =>
      hasOtherValue(property) &&
      (accessInputs === 'all' ? !LABELS.includes(inputOf(property)) : accessInputs.includes(inputOf(property))),
  );
  const names = [...new Set(inputs.map(inputOf))];
  return names.length === 0 ? [] : [at(`has a different ${names.join(', ')}`)];
}

/** Whether it is API Gateway's permission to call a function for a route, which does not affect callers. */
function isApiGatewayPermission({ before, after }: SpecChange, { id }: ResourceChange): boolean {
  const permissions = [after, before].flatMap(({ graph }) => resourcesOf(graph, 'aws:lambda/permission:Permission'));
  return permissions.find((node) => node.id === id)?.inputs.principal === 'apigateway.amazonaws.com';
}

/** Whether the value of a property differs, and not only the resource behind an equal reference. */
function hasOtherValue({ before, after }: PropertyChange): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function inputOf({ path }: PropertyChange): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

function accountsOf({ difference, after }: SpecChange): Finding[] {
  return ['allowedAccountIds', 'assumeRole']
    .filter((name) => difference.settings.some(({ path }) => path.startsWith(`provider.${name}`)))
    .map((name) => ({
      class: 'access change',
      path: `provider.${name}`,
      place: formatPlace(spanAt(after.spec, ['provider', name], 'value')),
      reason: `${name} of the deployment has a different value`,
    }));
}
