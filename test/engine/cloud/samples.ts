// Small valid inputs of each kind, for tests of the stand-in.

import type { Kind } from '../../../compiler/graph/kind';
import type { Properties } from './properties';

/** A provisioned table with a key. */
export const TABLE: Properties = {
  name: 'payments',
  billingMode: 'PROVISIONED',
  hashKey: 'id',
  attributes: [{ name: 'id', type: 'S' }],
  readCapacity: 5,
  writeCapacity: 5,
};

/** An index of a table by a key. */
export function index(name: string, hashKey: string, capacity: number): Properties {
  return { name, hashKey, projectionType: 'ALL', readCapacity: capacity, writeCapacity: capacity };
}

/** A table with the indexes `a`, `b` and `c`. */
export const INDEXED: Properties = {
  ...TABLE,
  attributes: ['id', 'a', 'b', 'c'].map((name) => ({ name, type: 'S' })),
  globalSecondaryIndexes: [index('a', 'a', 1), index('b', 'b', 2), index('c', 'c', 3)],
};

/** A policy with a statement of about a number of characters. */
export function policy(size: number): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Resource: 'x'.repeat(size) }] });
}

/** A valid web ACL. */
export const WEB_ACL: Properties = {
  name: 'acl',
  scope: 'REGIONAL',
  defaultAction: { allow: {} },
  visibilityConfig: { metricName: 'acl', cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false },
};

/** Valid inputs of each kind with unique identities. */
export const SAMPLES: Partial<Record<Kind, Properties>> = {
  'aws:apigateway/authorizer:Authorizer': { restApi: 'api', name: 'pool' },
  'aws:apigateway/basePathMapping:BasePathMapping': { domainName: 'pay.example', restApi: 'api' },
  'aws:apigateway/domainName:DomainName': { domainName: 'pay.example' },
  'aws:apigateway/method:Method': { restApi: 'api', resourceId: 'r', httpMethod: 'GET', authorization: 'NONE' },
  'aws:apigateway/model:Model': { restApi: 'api', name: 'Body', contentType: 'application/json', schema: '{}' },
  'aws:apigateway/resource:Resource': { restApi: 'api', parentId: 'root', pathPart: 'payments' },
  'aws:apigateway/stage:Stage': { restApi: 'api', deployment: 'd', stageName: 'prod' },
  'aws:apigateway/usagePlanKey:UsagePlanKey': { keyId: 'k', keyType: 'API_KEY', usagePlanId: 'p' },
  'aws:backup/vault:Vault': { name: 'vault' },
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    configurationName: 'chat',
    iamRoleArn: 'arn:aws:iam::123456789012:role/chat',
    slackChannelId: 'C1',
    slackTeamId: 'T1',
  },
  'aws:cloudwatch/logGroup:LogGroup': { name: '/aws/lambda/f' },
  'aws:dynamodb/table:Table': TABLE,
  'aws:iam/policy:Policy': { name: 'boundary', policy: policy(10) },
  'aws:iam/role:Role': { name: 'role', assumeRolePolicy: policy(10) },
  'aws:kms/alias:Alias': { name: 'alias/data', targetKeyId: 'k' },
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    functionName: 'f',
    eventSourceArn: 'arn:aws:sqs:us-east-1:123456789012:jobs',
  },
  'aws:lambda/function:Function': { name: 'f', role: 'arn:aws:iam::123456789012:role/role' },
  'aws:lambda/permission:Permission': {
    action: 'lambda:InvokeFunction',
    function: 'f',
    principal: 'apigateway.amazonaws.com',
    statementId: 'api',
  },
  'aws:scheduler/schedule:Schedule': {
    name: 'nightly',
    groupName: 'schedules',
    scheduleExpression: 'rate(1 days)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
      roleArn: 'arn:aws:iam::123456789012:role/schedules',
    },
  },
  'aws:scheduler/scheduleGroup:ScheduleGroup': { name: 'schedules' },
  'aws:wafv2/webAcl:WebAcl': WEB_ACL,
  'aws:xray/samplingRule:SamplingRule': {
    ...{ ruleName: 'rule', priority: 1, reservoirSize: 1, fixedRate: 0.1, serviceType: '*', serviceName: 'api/prod' },
    ...{ host: '*', httpMethod: '*', urlPath: '*', resourceArn: '*', version: 1 },
  },
};
