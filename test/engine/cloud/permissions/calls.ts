// The calls to AWS that the provider makes for each operation, in their order: the table of all kinds, and how tags come in.

import type { Target } from '../../../../compiler/backends/deployer/access';
import type { Kind } from '../../../../compiler/graph/kinds';
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
import { WAFV2 } from './services/wafv2';

/** The calls of each kind: total, so that tsc names a kind that has none. */
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
  ...WAFV2,
};

/** What the provider is asked to do with a resource. */
export interface ResourceOperation {
  readonly action: 'create' | 'read' | 'update' | 'delete';
  readonly kind: Kind;
  /** The ARN of the resource, or of what it is a part of. */
  readonly arn: string;
  /** The inputs after a creation or an update, and as they are for a read or a deletion. References are resolved. */
  readonly inputs: Properties;
  /** The inputs before an update. */
  readonly olds?: Properties;
}

/** A call, and the tags of the resource of the operation when it is made. */
export interface Step {
  readonly call: Call;
  readonly tags: Tags;
}

/** The calls of an operation, in their order. */
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

/** Tags at creation are part of the request, and take the right to tag as well. */
function tagAtCreation({ make, tagging }: KindCalls, subject: Subject, tags: Tags): Call[] {
  if (tagging === undefined || Object.keys(tags).length === 0) return [...make(subject)];
  const on = tagging.on?.(subject) ?? [subject.arn];
  const carrying = { requestTags: tags, tagKeys: Object.keys(tags) };
  return [
    // What a service does in the name of the caller does not carry the tags.
    ...make(subject).map((call) => (call.context === undefined ? { ...call, ...carrying } : call)),
    { action: tagging.tag, on, ...carrying },
  ];
}

/** Changed tags come before all other changes: those that go first, then those that are new or differ (internal/provider/sdkv2/tags_interceptor.go). */
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

/** After an update the provider lists tags by themselves where one has an empty value, which makes all of them unknown at first (ibid.). */
function listTags({ tagging }: KindCalls, subject: Subject): Call[] {
  if (tagging === undefined || !Object.values(tagsOf(subject.inputs)).includes('')) return [];
  return [{ action: tagging.list, on: tagging.on?.(subject) ?? [subject.arn] }];
}
