// The role of a function: its trust policy and its least-privilege permissions.

import type { Environment, LambdaFunction } from '../../../schema/environment.generated';
import type { AnyResourceNode, Origin } from '../../graph/graph';
import { type Handle, handle } from '../../graph/handle';
import { BOUNDARY, logGroupHandle, queueHandle, roleHandle, tableHandle } from '../../graph/handles';
import type { Inputs } from '../../graph/kind';
import { physicalName } from '../../graph/physical-name';
import { type SecretIdentity, secretIdentity } from '../../graph/secret-arn';
import { interpolate, type Value } from '../../graph/value';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ExpandedTrigger } from '../../language/expand/triggers';
import { customerKeyArn } from './encryption';
import { allow, compact, policyDocument, type Statement } from './policy';
import { rotatedSecrets } from './rotation';
import { type LowerContext, resource } from './section';
import { queuesOfTriggers, streamsOfTriggers } from './trigger-access';

/** A role and one policy for each service that the function uses. */
export function lowerRole(
  { environment, originOf }: LowerContext,
  name: string,
  lambda: LambdaFunction,
): AnyResourceNode[] {
  const origin = originOf(['functions', name, 'access']);
  const { permissionsBoundary } = environment;
  const role = roleHandle(name);
  return [
    assumableRole(environment, role, originOf(['functions', name]), 'lambda.amazonaws.com', {
      name: physicalName(environment, `role-${name}`),
      description: `Tightly scoped role for ${name} Lambda function`,
      ...(permissionsBoundary === 'GENERATED' && { permissionsBoundary: BOUNDARY.ref('arn') }),
    }),
    ...Object.entries(permissions(environment, name, lambda)).map(([service, statements]) =>
      resource(handle('aws:iam/rolePolicy:RolePolicy', `${role.name}-${service}-policy`), origin, {
        role: role.ref('id'),
        policy: policyDocument(compact(statements)),
      }),
    ),
  ];
}

/** The permissions of a function by service: only those that the spec declares, and those that its triggers need. */
export function permissions(
  environment: ExpandedEnvironment,
  name: string,
  lambda: LambdaFunction,
): { readonly [service: string]: readonly Statement[] } {
  const triggers = environment.facts.triggers.filter((trigger) => trigger.function === name);
  const services: Record<string, Statement[]> = {
    cloudwatch: [
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], interpolate(logGroupHandle(name).ref('arn'), ':*')),
    ],
    dynamodb: [
      ...Object.entries(lambda.access.tables).map(([table, actions]) => allowTable(environment, table, actions)),
      ...streamsOfTriggers(triggers).flatMap(allowStream),
    ],
    kms: [
      ...allowKey(environment, lambda, triggers),
      ...allowSecretKeys(environment, lambda),
      ...allowRotationKeys(environment, name),
    ],
    secretsmanager: [
      ...allowSecrets(environment, lambda, 'secretsmanager', 'secretsmanager:GetSecretValue'),
      ...allowRotations(environment, name),
    ],
    sqs: [...Object.entries(lambda.access.queues), ...queuesOfTriggers(triggers)].map(([queue, actions]) =>
      allow(
        actions.map((action) => `sqs:${action}`),
        queueHandle(queue).ref('arn'),
      ),
    ),
    ssm: allowSecrets(environment, lambda, 'ssm', 'ssm:GetParameter'),
    // X-Ray's actions do not support resources: AWS, Actions, resources, and condition keys for AWS X-Ray.
    xray: environment.tracing ? [allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*')] : [],
  };
  return Object.fromEntries(Object.entries(services).filter(([, statements]) => statements.length > 0));
}

/** Whether a function has environment variables, which Lambda stores encrypted. */
export function hasVariables({ environment }: LambdaFunction): boolean {
  return Object.keys(environment).length > 0;
}

/**
 * A role that one AWS service may assume, with the permissions boundary that the spec sets for all roles.
 *
 * @param condition restricts the resources of the service that may assume it
 */
export function assumableRole(
  { permissionsBoundary, tags }: Environment,
  role: Handle<'aws:iam/role:Role'>,
  origin: Origin,
  service: string,
  inputs: Omit<Inputs<'aws:iam/role:Role'>, 'assumeRolePolicy' | 'tags'>,
  condition?: Value,
): AnyResourceNode {
  return resource(role, origin, {
    ...(permissionsBoundary.startsWith('arn:') && { permissionsBoundary }),
    ...inputs,
    assumeRolePolicy: policyDocument([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: service },
        ...(condition !== undefined && { Condition: condition }),
      },
    ]),
    tags,
  });
}

function allowTable(environment: Environment, table: string, actions: readonly string[]): Statement {
  const arn = tableHandle(table).ref('arn');
  const readsIndexes = actions.includes('Query') || actions.includes('Scan');
  const indexes = readsIndexes ? Object.keys(environment.tables[table]?.indexes ?? {}) : [];
  return allow(
    actions.map((action) => `dynamodb:${action}`),
    [arn, ...indexes.map((index) => interpolate(arn, `/index/${index}`))],
  );
}

/**
 * Allows Lambda to read the stream of a table. ListStreams is authorized on all streams of a table (Amazon DynamoDB Developer Guide,
 * "Process DynamoDB Streams records with Lambda").
 */
function allowStream(table: string): Statement[] {
  const { ref } = tableHandle(table);
  return [
    allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], ref('streamArn')),
    allow(['dynamodb:ListStreams'], interpolate(ref('arn'), '/stream/*')),
  ];
}

/** Allows DynamoDB, SQS and Lambda to use the key on behalf of the function. Sending to a queue requires a data key. */
function allowKey(environment: Environment, lambda: LambdaFunction, triggers: readonly ExpandedTrigger[]): Statement[] {
  const key = customerKeyArn(environment);
  const queues = [...Object.entries(lambda.access.queues), ...queuesOfTriggers(triggers)];
  const tables = [...Object.keys(lambda.access.tables), ...streamsOfTriggers(triggers)];
  if (key === undefined || !(hasVariables(lambda) || queues.length > 0 || tables.length > 0)) return [];
  const sends = queues.some(([, actions]) => actions.includes('SendMessage'));
  return [allow(['kms:Decrypt', ...(sends ? ['kms:GenerateDataKey'] : [])], key)];
}

/** Allows the function to read its secrets that are in a service. */
function allowSecrets(
  { region, secrets }: Environment,
  { access }: LambdaFunction,
  service: SecretIdentity['service'],
  action: string,
): Statement[] {
  return access.secrets
    .flatMap((name) => secrets[name] ?? [])
    .map((secret) => secretIdentity(secret, region))
    .filter((identity) => identity.service === service)
    .map(({ policyArn }) => allow([action], policyArn));
}

/** Allows Secrets Manager and Systems Manager to decrypt the function's secrets. Keys of the services need no statement. */
function allowSecretKeys({ secrets }: Environment, { access }: LambdaFunction): Statement[] {
  return access.secrets.flatMap((name) => {
    const key = secrets[name]?.kmsKeyArn;
    return key === undefined ? [] : [allow(['kms:Decrypt'], key)];
  });
}

/** Allows a function to rotate its secrets (AWS Secrets Manager User Guide, "Lambda rotation function execution role permissions"). */
function allowRotations(environment: Environment, lambda: string): Statement[] {
  const actions = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'];
  return rotatedSecrets(environment)
    .filter((secret) => secret.function === lambda)
    .map(({ arn }) =>
      allow(
        actions.map((action) => `secretsmanager:${action}`),
        arn,
      ),
    );
}

/** Allows Secrets Manager to encrypt the new versions with the keys of the rotated secrets. */
function allowRotationKeys(environment: Environment, lambda: string): Statement[] {
  return rotatedSecrets(environment)
    .filter((secret) => secret.function === lambda)
    .flatMap(({ name }) => {
      const key = environment.secrets[name]?.kmsKeyArn;
      return key === undefined ? [] : [allow(['kms:Decrypt', 'kms:GenerateDataKey'], key)];
    });
}
