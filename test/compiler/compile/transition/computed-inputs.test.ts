// Inputs that get a value from AWS or the deployed resource if a spec omits them. Each one that specs both set and omit has a documented
// reason.

import { expect } from 'chai';
import type { Kind } from '../../../../compiler/graph/kind';
import { readDeclarations } from '../../../engine/cloud/declarations';
import type { Members } from '../../../engine/cloud/shape';
import { graphOf } from '../../../spec';
import { graphWith } from './stacks';

/**
 * The inputs that some resources of a kind set and others omit, each with the reason why omitting it is correct. "pass" is a
 * pass of compiler/compile/transition.
 */
const REASONS: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  'aws:apigateway/domainName:DomainName': {
    ownershipVerificationCertificateArn:
      'a certificate that only proves ownership, without effect unless mutual TLS is set',
  },
  'aws:apigateway/methodSettings:MethodSettings': { 'settings.cacheTtlInSeconds': 'pass: cache-lifetime.ts' },
  'aws:apigateway/restApi:RestApi': {
    'endpointConfiguration.vpcEndpointIds': 'pass: api.ts refuses it',
    securityPolicy: 'pass: api.ts',
  },
  'aws:backup/vault:Vault': { kmsKeyArn: 'pass: key.ts; a vault keeps its key' },
  'aws:dynamodb/table:Table': {
    globalSecondaryIndexes: 'pass: indexes.ts refuses it',
    'globalSecondaryIndexes[].readCapacity': 'absent only for on-demand tables, which do not have capacity',
    'globalSecondaryIndexes[].writeCapacity': 'absent only for on-demand tables, which do not have capacity',
    'pointInTimeRecovery.recoveryPeriodInDays': 'absent only without recovery, where it does not have an effect',
    readCapacity: 'absent only for on-demand tables, which do not have capacity',
    writeCapacity: 'absent only for on-demand tables, which do not have capacity',
    'replicas[].kmsKeyArn': 'pass: replicas.ts refuses it',
    'serverSideEncryption.kmsKeyArn': 'pass: key.ts refuses it',
    streamViewType: 'pass: replicas.ts, triggers.ts; it does not have an effect on a disabled stream',
    ttl: 'pass: time-to-live.ts',
  },
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    maximumRecordAgeInSeconds: 'absent only for queues, which do not have it; another source replaces the mapping',
    maximumRetryAttempts: 'absent only for queues, which do not have it; another source replaces the mapping',
    parallelizationFactor: 'absent only for queues, which do not have it; another source replaces the mapping',
  },
  'aws:sqs/queue:Queue': {
    deduplicationScope: 'absent only for standard queues; a change of fifoQueue replaces the queue',
    fifoThroughputLimit: 'absent only for standard queues; a change of fifoQueue replaces the queue',
    sqsManagedSseEnabled: 'absent only with kmsMasterKeyId, which disables it (SetQueueAttributes)',
  },
};

const API =
  'functions: { f: { entry: runtime/handler.ts } }\napi:\n  name: a\n  routes: { r: { method: GET, path: /r, function: f } }\n';
const CERTIFICATE = '"arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab"';

/** Specs that together set and omit each optional input. */
const graphs = () => [
  ...['spec/pr1234.yaml', 'spec/development.yaml', 'spec/production.yaml', 'spec/pr.yaml'].map((path) => graphOf(path)),
  graphOf('test/golden/everything/spec.yaml'),
  graphWith(`${API}  endpointType: PRIVATE\n  vpcEndpointIds: [vpce-0123456789abcdef0]\n`),
  graphWith(
    `${API}  domain: { name: pay.example, certificateArn: ${CERTIFICATE}, securityPolicy: SecurityPolicy_TLS13_1_3_2025_09 }\n`,
  ),
  graphWith(
    `${API}  domain: { name: pay.example, certificateArn: ${CERTIFICATE}, mutualTls: { truststoreUri: "s3://trust/c.pem", ownershipVerificationCertificateArn: ${CERTIFICATE} } }\n`,
  ),
  graphWith(
    'encryption: { key: AWS_MANAGED }\nbackup: { retentionDays: 30 }\ntables:\n  t: { partitionKey: { name: id }, replicas: { us-west-2: {} } }\n',
  ),
];

/** Records whether each Computed input of a value is set or omitted. */
function note(
  members: Members,
  value: Readonly<Record<string, unknown>>,
  path: string,
  seen: Map<string, Set<boolean>>,
): void {
  for (const [name, { shape, computed }] of members) {
    const item = value[name];
    if (computed) seen.set(path + name, (seen.get(path + name) ?? new Set()).add(item !== undefined));
    const isObject = typeof item === 'object' && item !== null && !('$' in item);
    if (!isObject) continue;
    if (shape.is === 'object') note(shape.members, item as Record<string, unknown>, `${path}${name}.`, seen);
    if (shape.is === 'list' && shape.item.is === 'object' && Array.isArray(item))
      for (const one of item) note(shape.item.members, one, `${path}${name}[].`, seen);
  }
}

describe('an input whose absent value is determined by the deployed resource', () => {
  it('is always set, never set, or has a reason to be omitted', () => {
    const all = graphs().flatMap(({ resources }) => resources);
    const unsettled = [...readDeclarations()].flatMap(([kind, { inputs }]) => {
      const seen = new Map<string, Set<boolean>>();
      for (const node of all.filter((candidate) => candidate.kind === kind))
        note(inputs, node.inputs as Record<string, unknown>, '', seen);
      return [...seen].flatMap(([path, states]) => (states.size > 1 ? [`${kind} ${path}`] : []));
    });
    const answered = Object.entries(REASONS).flatMap(([kind, paths]) =>
      Object.keys(paths).map((path) => `${kind} ${path}`),
    );
    expect(unsettled.sort()).to.deep.equal(answered.sort());
  });
});
