// The printed policies allow exactly the requests of the provider.

import { expect } from 'chai';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { CALLS } from '../../../engine/cloud/permissions/calls';
import { isSampled } from '../../../exhaustive';
import { graphOf } from '../../../spec';
import {
  isDeletion,
  policiesOf,
  refusedBy,
  requestsOfEdit,
  requestsOfLife,
  requestsOfUpdates,
  superfluousIn,
} from './deployments';

const EVERYTHING = 'test/golden/everything/spec.yaml';
const SPECS = ['spec/pr1234.yaml', 'spec/production.yaml', 'spec/development.yaml', 'spec/pr.yaml', EVERYTHING];

/** The share of the edits in `npm test`. */
const SHARE = 0.3;

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890';
const REGIONAL_CERTIFICATE = CERTIFICATE.replace('us-east-1', 'eu-central-1');
const TRUSTSTORE = 'mutualTls: { truststoreUri: "s3://trust/clients.pem" }';

/** Edits of values, and edits that add or remove parts. Each is deployed and then reverted. */
const EDITS_OF_ALL = [
  'costCenter: Finance-456',
  'tags: { Team: ledger }',
  'logRetentionDays: 0',
  'permissionsBoundary: "arn:aws:iam::123456789012:policy/other"',
  'permissionsBoundary: NONE',
  'permissionsBoundary: GENERATED',
  'encryption: { key: SERVICE_OWNED }',
  'encryption: { key: AWS_MANAGED }',
  'encryption: { key: CUSTOMER_MANAGED, rotationPeriodDays: 100 }',
  'tables: { more: { partitionKey: { name: id } } }',
  'queues: { more: {} }',
  'api: { description: Other }',
];

const EDITS_OF_PAYMENTS = [
  'functions: { payment-processor: { memorySizeMegabytes: 300, timeoutSeconds: 27 } }',
  'functions: { payment-processor: { reservedConcurrency: null } }\noutputs: { lambda_reserved_concurrency: null }',
  'tables: { payments: { timeToLiveAttribute: expires_at } }',
];

const EVENT_FUNCTIONS = ['payment-publisher', 'webhook-deliverer', 'reconciliation'];

const EDITS: Readonly<Record<string, readonly string[]>> = {
  'spec/pr1234.yaml': [
    ...EDITS_OF_PAYMENTS,
    'tables: { payments: { billingMode: PAY_PER_REQUEST, capacity: null } }',
    'api: { cache: null, routes: { get-payment: { cache: false }, get-payments: { cache: false } } }',
    'monitoring: { generatedAlarms: true, dashboard: true }',
  ],
  'spec/production.yaml': [
    ...EDITS_OF_PAYMENTS,
    'provider: { defaultTags: { Author: somebody } }',
    'backup: null',
    'api: { webAcl: null }',
    'api: { webAcl: { logging: false } }',
    `api: { domain: { name: pay.bank.example, certificateArn: "${CERTIFICATE}" } }`,
    `api: { domain: { name: pay.bank.example, certificateArn: "${CERTIFICATE}", ${TRUSTSTORE} } }`,
    'monitoring: { notifications: { slack: { workspaceId: T0123ABCD, channelId: C0123ABCD, receives: [PAGE] } } }',
    'tracing: false',
    `functions: { ${EVENT_FUNCTIONS.map((name) => `${name}: { reservedConcurrency: null }`).join(', ')} }`,
  ],
  'spec/development.yaml': EDITS_OF_PAYMENTS,
  'spec/pr.yaml': EDITS_OF_PAYMENTS,
  [EVERYTHING]: [
    'environment: Other',
    'logRetentionDays: 7',
    'functions: { worker: { reservedConcurrency: null }, answerer: { reservedConcurrency: 1 } }',
    'tables: { ledger: { timeToLiveAttribute: gone_at }, copied: { timeToLiveAttribute: gone_at } }',
    'tables: { copied: { replicas: null } }',
    'tables: { copied: { pointInTimeRecovery: false } }',
    'tables: { copied: { deletionProtection: false } }',
    'api: { domain: null }',
    `api: { endpointType: REGIONAL, domain: { certificateArn: "${REGIONAL_CERTIFICATE}", disableExecuteApiEndpoint: true, ${TRUSTSTORE} } }`,
    'api: { resourcePolicy: null }',
    'api: { usagePlans: null, routes: { list-accounts: { authorization: AWS_IAM } } }',
    'api: { cors: null }',
    'monitoring: { notifications: { slack: null } }',
  ],
};

const editsOf = (spec: string) => [...EDITS_OF_ALL, ...(EDITS[spec] ?? [])];

/** Permissions that no tested request needs, with the reason why they are printed. */
const KEPT: readonly { readonly permission: RegExp; readonly reason: string }[] = [
  {
    permission: /^cloudwatch:DescribeAlarms arn:/,
    reason:
      'It is granted for each alarm; a composite alarm needs it for all alarms, and then it is in both statements.',
  },
];

const graphs = new Map<string, ResourceGraph>();

/** Compiles a spec with an edit, once. */
function edited(spec: string, edit = ''): ResourceGraph {
  const key = `${spec}: ${edit}`;
  const path = spec.replace(/[^/]+$/, 'edited.yaml');
  const graph =
    graphs.get(key) ??
    (edit === '' ? graphOf(spec) : graphOf(path, { [path]: `extends: ${spec.split('/').at(-1)}\n${edit}\n` }));
  graphs.set(key, graph);
  return graph;
}

/** Whether two graphs have the same parts, key and boundary; the latter two are in conditions. */
function hasSameParts(before: ResourceGraph, after: ResourceGraph, edit: string): boolean {
  const idsOf = (graph: ResourceGraph) => JSON.stringify(graph.resources.map(({ id }) => id));
  return idsOf(before) === idsOf(after) && !/^(permissionsBoundary|encryption)|replicas|mutualTls/.test(edit);
}

describe('the policies of a deployer, by the calls of the provider', () => {
  it('name the source of each call', () => {
    for (const { source } of Object.values(CALLS)) expect(source).to.match(/^[a-z0-9]+\/[a-z_0-9]+\.go\b/);
  });

  for (const spec of SPECS) {
    it(`allow creating, refreshing and destroying ${spec}`, () => {
      const graph = edited(spec);
      expect(refusedBy(policiesOf(graph), requestsOfLife(graph))).to.deep.equal([]);
    });

    it(`allow changes of each input and of the tags of ${spec}`, () => {
      const graph = edited(spec);
      expect(refusedBy(policiesOf(graph), requestsOfUpdates(graph))).to.deep.equal([]);
    });
  }

  for (const spec of SPECS)
    for (const edit of editsOf(spec).filter((one) => isSampled(`${spec} ${one}`, SHARE)))
      it(`allow an edit of ${spec} and its reversal: ${edit}`, () => {
        const [before, after] = [edited(spec), edited(spec, edit)];
        const withoutDeletions = (from: ResourceGraph, to: ResourceGraph) =>
          requestsOfEdit(from, to).filter((request) => !isDeletion(request));
        expect(refusedBy(policiesOf(after), withoutDeletions(before, after)), 'by the new policies').to.deep.equal([]);
        expect(refusedBy(policiesOf(before), withoutDeletions(after, before)), 'back').to.deep.equal([]);
        if (hasSameParts(before, after, edit))
          expect(refusedBy(policiesOf(before), requestsOfEdit(before, after)), 'by the old ones').to.deep.equal([]);
        const both = policiesOf(before, after);
        expect(refusedBy(both, requestsOfEdit(before, after)), 'with deletions').to.deep.equal([]);
        expect(refusedBy(both, requestsOfEdit(after, before)), 'back, with deletions').to.deep.equal([]);
      });

  for (const spec of SPECS)
    it(`deny a request for ${spec} if any single permission is removed`, () => {
      const graph = edited(spec);
      const edits = editsOf(spec)
        .map((edit) => edited(spec, edit))
        .flatMap((other) => [...requestsOfEdit(other, graph), ...requestsOfEdit(graph, other)]);
      const requests = [...requestsOfLife(graph), ...requestsOfUpdates(graph), ...edits];
      const superfluous = superfluousIn(policiesOf(graph), requests);
      expect(superfluous.filter((name) => !KEPT.some(({ permission }) => permission.test(name)))).to.deep.equal([]);
    });

  it('allow a takeover of the parts of another spec with the same suffix', () => {
    const [before, after] = [edited('spec/pr1234.yaml', 'suffix: live'), edited('spec/production.yaml')];
    expect(refusedBy(policiesOf(before, after), requestsOfEdit(before, after))).to.deep.equal([]);
  });

  it('deny the deletion of removed parts, unless they are printed for both specs', () => {
    const [before, after] = [edited('spec/pr1234.yaml', 'queues: { more: {} }'), edited('spec/pr1234.yaml')];
    const queue = 'arn:aws:sqs:us-east-1:123456789012:payment-more-useast1-Production-pr1234';
    expect(refusedBy(policiesOf(after), requestsOfEdit(before, after))).to.include(`delete: sqs:DeleteQueue ${queue}`);
    expect(refusedBy(policiesOf(before, after), requestsOfEdit(before, after))).to.deep.equal([]);
  });

  it('deny the removal or change of a boundary while the spec has one', () => {
    const [before, after] = [
      edited('spec/production.yaml'),
      edited('spec/production.yaml', 'permissionsBoundary: NONE'),
    ];
    const role = 'arn:aws:iam::123456789012:role/payment-role-payment-processor-useast1-Production-live';
    expect(refusedBy(policiesOf(before), requestsOfEdit(before, after))).to.include.members([
      `update: iam:DeleteRolePermissionsBoundary ${role}`,
    ]);
    const other = edited('spec/production.yaml', EDITS_OF_ALL[3]);
    expect(refusedBy(policiesOf(before), requestsOfEdit(before, other))).to.include.members([
      `update: iam:PutRolePermissionsBoundary ${role}`,
    ]);
  });

  it('deny the use, tagging and deletion of the key of another environment', () => {
    const [own, other] = [edited('spec/production.yaml'), edited('spec/production.yaml', 'suffix: other')];
    const refused = refusedBy(policiesOf(own), [...requestsOfLife(other), ...requestsOfEdit(other, own)]);
    const actions = new Set(refused.map((text) => text.split(' ')[1]));
    expect([...actions].filter((action) => action?.startsWith('kms:')).sort()).to.include.members([
      ...['kms:CreateGrant', 'kms:Decrypt', 'kms:EnableKeyRotation', 'kms:ScheduleKeyDeletion', 'kms:TagResource'],
    ]);
  });
});
