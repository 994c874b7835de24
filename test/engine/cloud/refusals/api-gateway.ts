// Refusals of API Gateway: paths, access modes, deployments in use.

import type { Properties } from '../properties';
import { text } from '../properties';
import type { Change, Refusal } from '../refusal';

const RESOURCE = 'aws:apigateway/resource:Resource';
const CHANGES = ['create', 'update'] as const;

/** The refusals. */
export const API_GATEWAY_REFUSALS: readonly Refusal[] = [
  {
    fact: 'a resource can have only one path parameter among its children',
    kind: RESOURCE,
    when: CHANGES,
    refuses: (change) => {
      if (!isParameter(change.inputs)) return undefined;
      const sibling = siblings(change).find(isParameter);
      return (
        sibling &&
        `BadRequestException: A sibling (${text(sibling, 'pathPart')}) of this resource already has a variable path part -- only one is allowed`
      );
    },
    source:
      'serverless/serverless#3785 and the responses of CreateResource quoted in public issues: "A sibling ({id}) of this resource already has a variable path part"',
  },
  {
    fact: 'a path part can only be renamed to an unused name',
    kind: RESOURCE,
    when: ['update'],
    refuses: (change) =>
      siblings(change).some(({ pathPart }) => pathPart === change.inputs.pathPart)
        ? `ConflictException: Another resource with the same parent already has this name: ${text(change.inputs, 'pathPart')}`
        : undefined,
    source: 'API Gateway API, UpdateResource (ConflictException); localstack provider of API Gateway, update_resource',
  },
  {
    fact: 'a path part may contain letters, digits, dots, dashes, underscores and colons',
    kind: RESOURCE,
    when: CHANGES,
    refuses: ({ inputs }) =>
      /^(\{[a-zA-Z0-9._:-]+\+?\}|[a-zA-Z0-9._:-]+)$/.test(text(inputs, 'pathPart'))
        ? undefined
        : "BadRequestException: Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
    source: "API Gateway's response to CreateResource, quoted in public issues",
  },
  {
    fact: 'a newer TLS policy of an API requires an endpoint access mode',
    kind: 'aws:apigateway/restApi:RestApi',
    when: CHANGES,
    refuses: needsAccessMode,
    source: 'aws/aws-sam-cli#9007; hashicorp/terraform-provider-aws#47973 (endpoint_access_mode)',
  },
  {
    fact: 'a newer TLS policy of a domain requires an endpoint access mode',
    kind: 'aws:apigateway/domainName:DomainName',
    when: CHANGES,
    refuses: needsAccessMode,
    source: 'aws/aws-sam-cli#9007; hashicorp/terraform-provider-aws#47973 (endpoint_access_mode)',
  },
  {
    fact: 'a private API cannot become edge-optimized',
    kind: 'aws:apigateway/restApi:RestApi',
    when: ['update'],
    refuses: ({ inputs, living }) =>
      typesOf(living) === 'PRIVATE' && typesOf(inputs) === 'EDGE'
        ? 'BadRequestException: Cannot update endpoint from PRIVATE to EDGE'
        : undefined,
    source:
      'API Gateway Developer Guide, "Change a public or private API endpoint type in API Gateway" (private to edge-optimized is not supported; the wording is ours)',
  },
  {
    fact: 'a stage can write logs only if the account has a logging role',
    kind: 'aws:apigateway/stage:Stage',
    when: CHANGES,
    refuses: ({ inputs, living, world, place }) => {
      const isNew = inputs.accessLogSettings !== undefined && living?.accessLogSettings === undefined;
      // The account's settings may have been set by hand before a stack manages them.
      return isNew && world.withoutLoggingRole.has(place.region)
        ? 'BadRequestException: CloudWatch Logs role ARN must be set in account settings to enable logging'
        : undefined;
    },
    source:
      'terraform-provider-aws, website/docs/r/api_gateway_stage.html.markdown and api_gateway_account.html.markdown',
  },
  {
    fact: 'a deployment that a stage uses cannot be deleted',
    kind: 'aws:apigateway/deployment:Deployment',
    when: ['delete'],
    refuses: ({ id, world }) =>
      world.all('aws:apigateway/stage:Stage').some(({ inputs }) => inputs.deployment === id)
        ? 'BadRequestException: Active stages pointing to this deployment must be moved or deleted'
        : undefined,
    source: 'terraform-provider-aws, website/docs/r/api_gateway_deployment.html.markdown (create_before_destroy)',
  },
];

function isParameter(inputs: Properties): boolean {
  return text(inputs, 'pathPart').startsWith('{');
}

/** The other children of a resource's parent. */
function siblings({ world, inputs, id }: Change): Properties[] {
  return world
    .all(RESOURCE)
    .filter(
      (other) =>
        other.id !== id && other.inputs.restApi === inputs.restApi && other.inputs.parentId === inputs.parentId,
    )
    .map((other) => other.inputs);
}

function needsAccessMode({ inputs }: Change): string | undefined {
  const isNewer = text(inputs, 'securityPolicy').startsWith('SecurityPolicy_');
  return isNewer && text(inputs, 'endpointAccessMode') === ''
    ? 'BadRequestException: Endpoint access mode is required for the specified security policy'
    : undefined;
}

function typesOf(inputs: Properties | undefined): string {
  return text((inputs?.endpointConfiguration ?? {}) as Properties, 'types');
}
