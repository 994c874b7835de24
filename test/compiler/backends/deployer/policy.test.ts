// The policies of a deployer: named resources, and wildcards only for actions without resource-level permissions.

import { expect } from 'chai';
import type { Condition, Target } from '../../../../compiler/backends/deployer/access';
import { ACCESS, deployerPolicies, LONGEST_DOCUMENT } from '../../../../compiler/backends/deployer/policy';
import { parseWorkflow, trustPolicy } from '../../../../compiler/backends/deployer/trust';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { expectGolden } from '../../../golden';
import { ENVIRONMENTS, graphOf } from '../../../spec';

const PLACE: Target = { partition: 'aws', region: 'us-east-1', account: '123456789012' };

const SPECS = [...ENVIRONMENTS, 'test/golden/everything/spec.yaml'];

/** Actions that some kinds need on all resources, of another service or under a condition. */
const UNSCOPED_ELSEWHERE =
  /^(backup-storage:MountCapsule|lambda:CreateEventSourceMapping|cloudfront:UpdateDistribution|logs:(\w+LogDelivery|\w+ResourcePolic(y|ies)))$/;

/** Each action and resource, with its condition. */
function permissions(graph: ResourceGraph): { action: string; resource: string; condition: Condition | undefined }[] {
  return deployerPolicies([graph], PLACE)
    .flatMap(({ Statement }) => Statement)
    .flatMap(({ Action, Resource, Condition: condition }) =>
      Action.flatMap((action) => Resource.map((resource) => ({ action, resource, condition }))),
    );
}

describe('the policies of a deployer', () => {
  for (const spec of SPECS) {
    it(`fit into managed policies: ${spec}`, () => {
      const lengths = deployerPolicies([graphOf(spec)], PLACE).map((document) => JSON.stringify(document).length);
      expect(lengths.filter((length) => length > LONGEST_DOCUMENT)).to.deep.equal([]);
    });

    it(`have no wildcard in actions or for named resources: ${spec}`, () => {
      const graph = graphOf(spec);
      expect(permissions(graph).filter(({ action }) => action.includes('*'))).to.deep.equal([]);
      const unscoped = graph.resources.flatMap(({ kind }) =>
        (ACCESS[kind].unscoped ?? []).map((action) => `${ACCESS[kind].service}:${action}`),
      );
      const forAll = permissions(graph).filter(({ resource }) => resource === '*');
      expect(
        forAll.filter(({ action }) => !unscoped.includes(action) && !UNSCOPED_ELSEWHERE.test(action)),
      ).to.deep.equal([]);
    });
  }

  it('include replicas of a table only in their Regions', () => {
    const copying = permissions(graphOf('test/golden/everything/spec.yaml')).filter(({ action }) =>
      /^dynamodb:(CreateTableReplica|PutItem)$/.test(action),
    );
    expect(copying.map(({ resource }) => resource)).to.have.length(2);
    for (const { resource } of copying)
      expect(resource).to.match(/^arn:aws:dynamodb:eu-west-1:123456789012:table\/.*copied/);
    for (const spec of ['spec/pr1234.yaml', 'spec/production.yaml'])
      expect(permissions(graphOf(spec)).filter(({ action }) => /TableReplica$/.test(action))).to.deep.equal([]);
  });

  it('contain the names of the spec', () => {
    const of = (service: string) => [
      ...new Set(
        permissions(graphOf('spec/pr1234.yaml'))
          .filter(({ action, resource }) => action.startsWith(`${service}:`) && resource !== '*')
          .map(({ resource }) => resource),
      ),
    ];
    const suffix = 'useast1-Production-pr1234';
    expect(of('dynamodb')).to.deep.equal([`arn:aws:dynamodb:us-east-1:123456789012:table/payment-payments-${suffix}`]);
    expect(of('sqs')).to.deep.equal([`arn:aws:sqs:us-east-1:123456789012:payment-payment-processor-dlq-${suffix}`]);
    expect(of('lambda')).to.deep.equal([
      `arn:aws:lambda:us-east-1:123456789012:function:payment-payment-processor-${suffix}`,
    ]);
    expect(of('iam')).to.deep.equal([
      `arn:aws:iam::123456789012:role/payment-role-payment-processor-${suffix}`,
      'arn:aws:iam::123456789012:role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
    ]);
  });

  it('allow roles to be created only with their boundary, and passed only to their service', () => {
    const conditions = permissions(graphOf('spec/production.yaml'))
      .filter(({ resource }) => resource.endsWith(':role/payment-role-payment-processor-useast1-Production-live'))
      .filter(({ condition }) => condition !== undefined)
      .map(({ action, condition }) => [action, condition]);
    const boundary = 'arn:aws:iam::123456789012:policy/payment-permissions-boundary-useast1-Production-live';
    expect(conditions).to.have.deep.members([
      ['iam:CreateRole', { StringEquals: { 'iam:PermissionsBoundary': boundary } }],
      ['iam:PutRolePermissionsBoundary', { StringEquals: { 'iam:PermissionsBoundary': boundary } }],
      ['iam:PutRolePolicy', { StringEquals: { 'iam:PermissionsBoundary': boundary } }],
      ['iam:PassRole', { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }],
    ]);
  });

  it('allow a key to be tagged on creation, and used by its name tag afterwards', () => {
    const found = permissions(graphOf('spec/production.yaml')).filter(({ action }) => action.startsWith('kms:'));
    const name = 'payment-data-useast1-Production-live';
    const conditionsOf = (wanted: string) =>
      found.filter(({ action }) => action === wanted).map(({ condition }) => condition);
    const own = { 'aws:ResourceTag/Name': name };
    expect(conditionsOf('kms:TagResource')).to.have.deep.members([
      { StringLike: own },
      { StringLike: { 'aws:RequestTag/Name': name }, Null: { 'aws:ResourceTag/Name': 'true' } },
    ]);
    expect(conditionsOf('kms:PutKeyPolicy')).to.deep.equal([{ StringLike: own }]);
    expect(conditionsOf('kms:CreateGrant')).to.deep.equal([
      { StringLike: { ...own, 'kms:ViaService': '*.us-east-1.amazonaws.com*' } },
    ]);
  });

  it('allow DynamoDB to use the key of a replica in its Region', () => {
    const found = permissions(graphOf('test/golden/everything/spec.yaml')).filter(({ resource }) =>
      resource.startsWith('arn:aws:kms:eu-west-1:'),
    );
    expect(found.map(({ action }) => action)).to.include.members(['kms:CreateGrant', 'kms:DescribeKey']);
    for (const { condition } of found)
      expect(condition).to.deep.equal({ StringLike: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com*' } });
  });

  it('include the function of a Lambda authorizer by its ARN', () => {
    const authorizer = 'arn:aws:lambda:us-east-1:210987654321:function:authorizer';
    const api = `{ authorization: CUSTOM, lambdaAuthorizer: { functionArn: "${authorizer}" } }`;
    const graph = graphOf('spec/more.yaml', { 'spec/more.yaml': `extends: production.yaml\napi: ${api}\n` });
    const found = permissions(graph).filter(({ resource }) => resource.includes('authorizer'));
    expect(found.map(({ action, resource }) => `${action} ${resource}`)).to.include(
      `lambda:AddPermission ${authorizer}`,
    );
  });

  it('allow a web ACL with managed rule groups, and its association with the stage of the spec', () => {
    const found = permissions(graphOf('spec/production.yaml'));
    const on = (wanted: string) =>
      found.filter(({ action }) => action === wanted).map(({ resource }) => resource.split(':').slice(2).join(':'));
    const own = 'wafv2:us-east-1:123456789012:regional';
    const webAcl = `${own}/webacl/payment-payment-api-useast1-Production-live/*`;
    expect(on('wafv2:CreateWebACL')).to.have.members([webAcl, `${own}/managedruleset/*/*`]);
    expect(on('wafv2:DeleteWebACL')).to.deep.equal([webAcl]);
    const stage = 'apigateway:us-east-1::/restapis/??????????/stages/prod';
    expect(on('wafv2:AssociateWebACL')).to.have.members([webAcl, stage]);
    expect(on('apigateway:SetWebACL')).to.deep.equal([stage]);
  });

  it('allow a domain name to use its certificate and read its truststore', () => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890';
    const domain = `{ name: pay.bank.example, certificateArn: "${certificate}", mutualTls: { truststoreUri: "s3://trust/clients.pem" } }`;
    const spec = `extends: production.yaml\napi: { domain: ${domain} }\n`;
    const found = permissions(graphOf('spec/more.yaml', { 'spec/more.yaml': spec }));
    const on = (wanted: string) => found.filter(({ action }) => action === wanted).map(({ resource }) => resource);
    expect(on('s3:GetObjectVersion')).to.deep.equal(['arn:aws:s3:::trust/clients.pem']);
    expect(on('apigateway:AddCertificateToDomain')).to.include(
      'arn:aws:apigateway:us-east-1::/domainnames/pay.bank.example',
    );
    expect(on('cloudfront:UpdateDistribution')).to.deep.equal([]);
  });

  it('include each resource of several specs once', () => {
    const [one, other] = ['spec/pr1234.yaml', 'spec/production.yaml'].map((spec) => graphOf(spec)) as [
      ResourceGraph,
      ResourceGraph,
    ];
    const tables = deployerPolicies([one, other, one], PLACE)
      .flatMap(({ Statement }) => Statement)
      .filter(({ Action }) => Action.includes('dynamodb:CreateTable'))
      .flatMap(({ Resource }) => Resource);
    expect(tables).to.deep.equal(
      [
        'payment-events-useast1-Production-live',
        'payments-useast1-Production-live',
        'payments-useast1-Production-pr1234',
      ].map((name) => `arn:aws:dynamodb:us-east-1:123456789012:table/payment-${name}`),
    );
  });

  it('match the golden for pr1234', () =>
    expectGolden(
      'golden/pr1234/deployer.json',
      `${JSON.stringify(deployerPolicies([graphOf('spec/pr1234.yaml')], PLACE), undefined, 2)}\n`,
    ));
});

describe('the workflow that a deployer trusts', () => {
  const rows: Record<string, string | undefined> = {
    'bank/payments': 'repo:bank/payments:environment:production',
    'bank/payments:environment:live': 'repo:bank/payments:environment:live',
    'bank/payments:branch:release/1': 'repo:bank/payments:ref:refs/heads/release/1',
    'bank/payments:pull_request': 'repo:bank/payments:pull_request',
    'bank/payments:*': undefined,
    'bank/payments:branch:*': undefined,
    'bank/*': undefined,
    bank: undefined,
  };
  for (const [text, subject] of Object.entries(rows)) {
    it(`${text} ${subject === undefined ? 'is rejected' : `has the subject ${subject}`}`, () => {
      const workflow = parseWorkflow(text, 'production');
      expect(workflow && `repo:${workflow.repository}:${workflow.context}`).to.equal(subject);
    });
  }

  it("is identified by GitHub's token with AWS as its audience", () =>
    expect(trustPolicy({ repository: 'bank/payments', context: 'pull_request' }, PLACE)).to.deep.equal({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:bank/payments:pull_request',
            },
          },
        },
      ],
    }));
});
