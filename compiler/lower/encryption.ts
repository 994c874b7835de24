// The key that the environment's data is encrypted with, who may use it, and what each service is told of it.

import type { Environment } from '../../schema/environment.generated';
import { type AnyResourceNode, dependenciesOf } from '../graph/graph';
import type { Inputs } from '../graph/kinds';
import { ACCOUNT_ID, interpolate, type Reference, reference, type Text } from '../graph/value';
import { DATA_KEY_NAME, DATA_KEY_NODE } from '../resolve/logical-names';
import { dnsSuffix, partition } from '../resolve/region';
import { physicalName } from '../resolve/resolve';
import { accessLogGroup, executionLogGroup, functionLogGroup, webAclLogGroup } from './log-group-name';
import { allow, policyDocument, type Statement } from './policy';
import { type LowerContext, resource } from './section';

/** The ARN of the environment's own key; undefined where the spec leaves keys to AWS. */
export function customerKeyArn({ encryption }: Environment): Reference | undefined {
  return encryption.key === 'CUSTOMER_MANAGED' ? reference(DATA_KEY_NODE, 'arn') : undefined;
}

/** How a table is encrypted. */
export function tableEncryption(environment: Environment): Inputs<'aws:dynamodb/table:Table'>['serverSideEncryption'] {
  return { enabled: environment.encryption.key !== 'SERVICE_OWNED', kmsKeyArn: customerKeyArn(environment) };
}

/** How a queue is encrypted. */
export function queueEncryption(
  environment: Environment,
): Pick<Inputs<'aws:sqs/queue:Queue'>, 'kmsMasterKeyId' | 'sqsManagedSseEnabled'> {
  const { key } = environment.encryption;
  if (key === 'SERVICE_OWNED') return { sqsManagedSseEnabled: true };
  return { kmsMasterKeyId: key === 'AWS_MANAGED' ? 'alias/aws/sqs' : customerKeyArn(environment) };
}

/**
 * The environment's own key and its alias, where it has one and something to encrypt.
 *
 * @param parts all other resources: the key's policy lets alarms publish where there are topics
 */
export function lowerEncryption(
  { environment, originOf }: LowerContext,
  parts: readonly AnyResourceNode[],
): AnyResourceNode[] {
  if (!parts.some((node) => dependenciesOf(node).has(DATA_KEY_NODE))) return [];
  const { rotationPeriodDays, deletionWindowDays } = environment.encryption;
  const origin = originOf(['encryption']);
  const hasLogGroups = parts.some(({ kind }) => kind === 'aws:cloudwatch/logGroup:LogGroup');
  const hasTopics = parts.some(({ kind }) => kind === 'aws:sns/topic:Topic');
  return [
    resource('aws:kms/key:Key', DATA_KEY_NAME, origin, {
      description: `Encrypts what ${environment.project} ${environment.environment} ${environment.suffix} stores`,
      enableKeyRotation: true,
      rotationPeriodInDays: rotationPeriodDays,
      deletionWindowInDays: deletionWindowDays,
      policy: policyDocument([
        byPolicies(environment),
        ...(hasLogGroups ? [byLogs(environment)] : []),
        ...(hasTopics ? [byAlarms(environment)] : []),
      ]),
      // A key has no name but this; permissions to deploy it refer to it.
      tags: { ...environment.tags, Name: physicalName(environment, 'data') },
    }),
    resource('aws:kms/alias:Alias', `${DATA_KEY_NAME}-alias`, origin, {
      name: `alias/${physicalName(environment, 'data')}`,
      targetKeyId: reference(DATA_KEY_NODE, 'keyId'),
    }),
  ];
}

/** Leaves it to IAM policies who of the account may do what. Without it nobody could ever change the key again. */
function byPolicies({ region }: Environment): Statement {
  return {
    Sid: 'PoliciesOfThisAccount',
    ...allow(['kms:*'], '*'),
    Principal: { AWS: interpolate(`arn:${partition(region)}:iam::`, ACCOUNT_ID, ':root') },
  };
}

/**
 * CloudWatch Logs encrypts for itself, and says of which log group (Amazon CloudWatch Logs, Encrypt log data). The names are
 * patterns of this environment: a new function or log changes nothing here, since CloudWatch Logs may not see a changed policy
 * before it has to encrypt by it.
 */
function byLogs(environment: Environment): Statement {
  const { api, region } = environment;
  const any = physicalName(environment, '*');
  const names: Text[] = [
    functionLogGroup(any),
    ...(api === undefined ? [] : [accessLogGroup(any), webAclLogGroup(any), executionLogGroup(api)]),
  ];
  const arns = names.map((name) =>
    interpolate(`arn:${partition(region)}:logs:${region}:`, ACCOUNT_ID, ':log-group:', name),
  );
  return {
    Sid: 'LogGroupsOfThisEnvironment',
    ...allow(
      [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:DescribeKey',
      ],
      '*',
    ),
    Principal: { Service: `logs.${region}.${dnsSuffix(region)}` },
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arns } },
  };
}

/** An alarm publishes to an encrypted topic as CloudWatch itself (Amazon SNS, Key management). */
function byAlarms({ region }: Environment): Statement {
  const alarms = interpolate(`arn:${partition(region)}:cloudwatch:${region}:`, ACCOUNT_ID, ':alarm:*');
  return {
    Sid: 'AlarmsOfThisAccount',
    ...allow(['kms:Decrypt', 'kms:GenerateDataKey'], '*'),
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT_ID }, ArnLike: { 'aws:SourceArn': alarms } },
  };
}
