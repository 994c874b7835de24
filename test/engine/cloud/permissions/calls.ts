// Lists the calls to AWS that the provider makes for each operation, in order, with the calls for tags.

import type { Target } from '../../../../compiler/backends/deployer/access';
import type { Kind } from '../../../../compiler/graph/kind';
import { type Call, type KindCalls, type Properties, type Subject, type Tags, tagsOf } from './call';
import { APIGATEWAY } from './services/apigateway';
import { AUTOSCALING } from './services/autoscaling';
import { BACKUP } from './services/backup';
import { CLOUDWATCH } from './services/cloudwatch';
import { DYNAMODB } from './services/dynamodb';
import { IAM } from './services/iam';
import { KMS } from './services/kms';
import { LAMBDA } from './services/lambda';
import { MESSAGING } from './services/messaging';
import { MONITORING } from './services/monitoring';
import { SECRETS } from './services/secrets';
import { TRIGGERS } from './services/triggers';
import { WAFV2 } from './services/wafv2';

/** The calls of each kind. The record is total, so that tsc names a missing kind. */
export const CALLS: Readonly<Record<Kind, KindCalls>> = {
  ...APIGATEWAY,
  ...AUTOSCALING,
  ...BACKUP,
  ...CLOUDWATCH,
  ...DYNAMODB,
  ...IAM,
  ...KMS,
  ...LAMBDA,
  ...MESSAGING,
  ...MONITORING,
  ...SECRETS,
  ...TRIGGERS,
  ...WAFV2,
};

/** An operation of the provider on a resource. */
export interface ResourceOperation {
  readonly action: 'create' | 'read' | 'update' | 'delete';
  readonly kind: Kind;
  /** The ARN of the resource, or of the resource that contains it. */
  readonly arn: string;
  /** The inputs after a creation or an update, or before a read or a deletion. References are resolved. */
  readonly inputs: Properties;
  /** The inputs before an update. */
  readonly olds?: Properties;
}

/** A call, and the tags of the resource of the operation when it is made. */
export interface Step {
  readonly call: Call;
  readonly tags: Tags;
}

/** The calls of an operation, in order. */
export function stepsOf({ action, kind, arn, inputs, olds = inputs }: ResourceOperation, place: Target): Step[] {
  const row = CALLS[kind];
  const changes = (...names: readonly string[]) =>
    names.some((name) => JSON.stringify(olds[name]) !== JSON.stringify(inputs[name]));
  const subject: Subject = { arn, place, inputs, olds, changes };
  const tags = tagsOf(inputs);
  const withTags = (made: readonly Call[], then: Tags) => made.map((call) => ({ call, tags: then }));
  switch (action) {
    case 'create':
      return [
        ...withTags(tagAtCreation(row, subject, tags), {}),
        ...withTags([...(row.complete?.(subject) ?? []), ...row.read(subject)], tags),
      ];
    case 'read':
      return withTags(row.read(subject), tags);
    case 'update':
      return [
        ...retag(row, subject),
        ...withTags([...row.update(subject), ...row.read(subject), ...listTags(row, subject)], tags),
      ];
    case 'delete':
      return withTags(row.delete(subject), tags);
  }
}

/** Adds the tags to the request of a creation, and the authorization to tag. */
function tagAtCreation({ make, tagging }: KindCalls, subject: Subject, tags: Tags): Call[] {
  if (tagging === undefined || Object.keys(tags).length === 0) return [...make(subject)];
  const on = tagging.on?.(subject) ?? [subject.arn];
  const carrying = { requestTags: tags, tagKeys: Object.keys(tags) };
  return [
    // Requests of a service on behalf of the caller do not contain the tags.
    ...make(subject).map((call) => (call.context === undefined ? { ...call, ...carrying } : call)),
    { action: tagging.tag, on, ...carrying },
  ];
}

/** Changes tags before all other inputs: first removes tags, then sets new and changed ones (internal/provider/sdkv2/tags_interceptor.go). */
function retag({ tagging }: KindCalls, subject: Subject): Step[] {
  if (tagging === undefined) return [];
  const on = tagging.on?.(subject) ?? [subject.arn];
  const [before, after] = [tagsOf(subject.olds), tagsOf(subject.inputs)];
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const kept = Object.fromEntries(Object.entries(before).filter(([key]) => !gone.includes(key)));
  const changed = Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));
  const keys = Object.keys(changed);
  return [
    ...(gone.length === 0 ? [] : [{ call: { action: tagging.untag, on, tagKeys: gone }, tags: before }]),
    ...(keys.length === 0
      ? []
      : [{ call: { action: tagging.tag, on, requestTags: changed, tagKeys: keys }, tags: kept }]),
  ];
}

/** Lists the tags after an update if one has an empty value, because all tags are then unknown in the plan (ibid.). */
function listTags({ tagging }: KindCalls, subject: Subject): Call[] {
  if (tagging === undefined || !Object.values(tagsOf(subject.inputs)).includes('')) return [];
  return [{ action: tagging.list, on: tagging.on?.(subject) ?? [subject.arn] }];
}
