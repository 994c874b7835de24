// Decides the calls of each operation by a deployer's policies.

import type { Target } from '../../../../compiler/backends/deployer/access';
import type { Call, Tags } from './call';
import { CALLS, type ResourceOperation, type Step, stepsOf } from './calls';
import { type ContextValue, evaluate, type Policy, type Request } from './evaluate';

/** What else is in the cloud when an operation is made. */
export interface Surroundings {
  /** The tags of another resource, as they are; undefined where it has none or is not there. */
  readonly tagsOf: (arn: string) => Tags | undefined;
  /** The permissions boundary of a role, as it is. */
  readonly boundaryOf: (role: string) => string | undefined;
}

/** A request that an operation makes. */
export interface OperationRequest extends Request {
  readonly operation: ResourceOperation;
}

/** The actions with the boundary of the role as it is among their condition keys (Service Authorization Reference, AWS IAM). */
const ON_BOUNDED_ROLE = /^iam:((Put|Delete)RolePolicy|(Attach|Detach)RolePolicy|DeleteRolePermissionsBoundary)$/;

/** The policies of a principal that deploys. */
export class Permissions {
  constructor(
    private readonly policies: readonly Policy[],
    private readonly place: Target,
  ) {}

  /** The message with which AWS refuses an operation; undefined where each of its calls is allowed. */
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
  // What is a part of another resource has that one's ARN, and no tags.
  const isOwn = resource === arn && CALLS[kind].tagging !== undefined;
  const resourceTags = isOwn ? tags : (tagsOf(resource) ?? {});
  const boundary = ON_BOUNDED_ROLE.test(call.action) ? boundaryOf(resource) : undefined;
  // A role that is made has no boundary but that of the request.
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
