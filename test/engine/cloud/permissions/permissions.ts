// Evaluates the calls of each operation under a deployer's policies.

import type { Target } from '../../../../compiler/backends/deployer/access';
import { type ContextValue, evaluate, type Policy, type Request } from '../../../../compiler/model/iam-policy';
import type { Call, Tags } from './call';
import { CALLS, type ResourceOperation, type Step, stepsOf } from './calls';

/** Lookups of other resources in the cloud at the time of an operation. */
export interface Surroundings {
  /** The current tags of another resource; undefined if it does not have tags or does not exist. */
  readonly tagsOf: (arn: string) => Tags | undefined;
  /** The current permissions boundary of a role. */
  readonly boundaryOf: (role: string) => string | undefined;
}

/** A request that an operation makes. */
export interface OperationRequest extends Request {
  readonly operation: ResourceOperation;
}

/** The actions that have the role's current permissions boundary as a condition key (Service Authorization Reference, AWS IAM). */
const ON_BOUNDED_ROLE = /^iam:((Put|Delete)RolePolicy|(Attach|Detach)RolePolicy|DeleteRolePermissionsBoundary)$/;

/** The policies of a principal that deploys. */
export class Permissions {
  constructor(
    private readonly policies: readonly Policy[],
    private readonly place: Target,
  ) {}

  /** The message of AWS for a denied operation; undefined if each of its calls is allowed. */
  authorize(operation: ResourceOperation, surroundings: Surroundings): string | undefined {
    const refused = requestsOf(operation, this.place, surroundings).find(
      (request) => evaluate(this.policies, request) !== 'allowed',
    );
    return refused && `AccessDenied: not authorized to perform: ${refused.action} on resource: ${refused.resource}`;
  }
}

/** The requests of an operation, one for each ARN that a call is authorized on. */
export function requestsOf(
  operation: ResourceOperation,
  place: Target,
  surroundings: Surroundings,
): readonly OperationRequest[] {
  return stepsOf(operation, place).flatMap((step) =>
    step.call.on.map((resource) => ({
      action: step.call.action,
      resource,
      context: contextOf(step, resource, operation, place, surroundings),
      operation,
    })),
  );
}

function contextOf(
  { call, tags }: Step,
  resource: string,
  { arn, action, kind }: ResourceOperation,
  place: Target,
  { tagsOf, boundaryOf }: Surroundings,
): Record<string, ContextValue> {
  // A part of another resource has the ARN of that resource, and no tags.
  const isOwn = resource === arn && CALLS[kind].tagging !== undefined;
  const resourceTags = isOwn ? tags : (tagsOf(resource) ?? {});
  const boundary = ON_BOUNDED_ROLE.test(call.action) ? boundaryOf(resource) : undefined;
  // A new role has only the boundary in the request.
  const known = isOwn && action === 'create' ? undefined : boundary;
  return {
    'aws:RequestedRegion': regionOf(resource) ?? place.region,
    ...prefixed('aws:ResourceTag/', resourceTags),
    ...requestContext(call),
    ...(known !== undefined && { 'iam:PermissionsBoundary': known }),
  };
}

function requestContext({ requestTags = {}, tagKeys = [], context = {} }: Call): Record<string, ContextValue> {
  return {
    ...prefixed('aws:RequestTag/', requestTags),
    ...(tagKeys.length > 0 && { 'aws:TagKeys': tagKeys }),
    ...context,
  };
}

function prefixed(prefix: string, tags: Tags): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
}

function regionOf(arn: string): string | undefined {
  return arn.split(':')[3] || undefined;
}
