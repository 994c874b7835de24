// The key that encrypts the environment's data, its policy, and the encryption settings of each service.

import type { Environment } from '../../../schema/environment.generated';
import { type AnyResourceNode, dependenciesOf } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { DATA_KEY } from '../../graph/handles';
import type { Inputs } from '../../graph/kind';
import { physicalName } from '../../graph/physical-name';
import { dnsSuffix, partition } from '../../graph/region';
import { ACCOUNT_ID, interpolate, type Reference, type Text } from '../../graph/value';
import { accessLogGroup, executionLogGroup, functionLogGroup, webAclLogGroup } from './log-group-name';
import { allow, policyDocument, type Statement } from './policy';
import { type LowerContext, resource } from './section';

/** The ARN of the environment's customer managed key; undefined if AWS owns or manages the keys. */
export function customerKeyArn({ encryption }: Environment): Reference | undefined {
  return encryption.key === 'CUSTOMER_MANAGED' ? DATA_KEY.ref('arn') : undefined;
}

/** The encryption settings of a table. */
export function tableEncryption(environment: Environment): Inputs<'aws:dynamodb/table:Table'>['serverSideEncryption'] {
  return { enabled: environment.encryption.key !== 'SERVICE_OWNED', kmsKeyArn: customerKeyArn(environment) };
}

/** The encryption settings of a queue. */
export function queueEncryption(
  environment: Environment,
): Pick<Inputs<'aws:sqs/queue:Queue'>, 'kmsMasterKeyId' | 'sqsManagedSseEnabled'> {
  const { key } = environment.encryption;
  if (key === 'SERVICE_OWNED') return { sqsManagedSseEnabled: true };
  return { kmsMasterKeyId: key === 'AWS_MANAGED' ? 'alias/aws/sqs' : customerKeyArn(environment) };
}

/**
 * The environment's own key and its alias; none if no resource uses the key.
 *
 * @param parts all other resources: the key policy allows alarms to publish if there are topics
 */
export function lowerEncryption(
  { environment, originOf }: LowerContext,
  parts: readonly AnyResourceNode[],
): AnyResourceNode[] {
  // Without a customer managed key, no part can use it, and the references of a large system need not be read.
  const isUsed =
    customerKeyArn(environment) !== undefined && parts.some((node) => dependenciesOf(node).has(DATA_KEY.id));
  if (!isUsed) return [];
  const { rotationPeriodDays, deletionWindowDays } = environment.encryption;
  const origin = originOf(['encryption']);
  const hasLogGroups = parts.some(({ kind }) => kind === 'aws:cloudwatch/logGroup:LogGroup');
  const hasTopics = parts.some(({ kind }) => kind === 'aws:sns/topic:Topic');
  return [
    resource(DATA_KEY, origin, {
      description: `Encrypts the data of ${environment.project} ${environment.environment} ${environment.suffix}`,
      enableKeyRotation: true,
      rotationPeriodInDays: rotationPeriodDays,
      deletionWindowInDays: deletionWindowDays,
      policy: policyDocument([
        allowAccountPolicies(environment),
        ...(hasLogGroups ? [allowLogGroups(environment)] : []),
        ...(hasTopics ? [allowAlarms(environment)] : []),
      ]),
      // This tag is the only name of a key. Deployment permissions refer to it.
      tags: { ...environment.tags, Name: physicalName(environment, 'data') },
    }),
    resource(handle('aws:kms/alias:Alias', `${DATA_KEY.name}-alias`), origin, {
      name: `alias/${physicalName(environment, 'data')}`,
      targetKeyId: DATA_KEY.ref('keyId'),
    }),
  ];
}

/** Lets IAM policies of the account control access. Without this statement, the key could never be changed again. */
function allowAccountPolicies({ region }: Environment): Statement {
  return {
    Sid: 'PoliciesOfThisAccount',
    ...allow(['kms:*'], '*'),
    Principal: { AWS: interpolate(`arn:${partition(region)}:iam::`, ACCOUNT_ID, ':root') },
  };
}

/**
 * Allows CloudWatch Logs to use the key for log groups (Amazon CloudWatch Logs, Encrypt log data). The ARNs are patterns, so that a
 * new function or log does not change the policy. CloudWatch Logs could start to encrypt before a changed policy takes effect.
 */
function allowLogGroups(environment: Environment): Statement {
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

/** Allows CloudWatch to publish alarms to an encrypted topic (Amazon SNS, Key management). */
function allowAlarms({ region }: Environment): Statement {
  const alarms = interpolate(`arn:${partition(region)}:cloudwatch:${region}:`, ACCOUNT_ID, ':alarm:*');
  return {
    Sid: 'AlarmsOfThisAccount',
    ...allow(['kms:Decrypt', 'kms:GenerateDataKey'], '*'),
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT_ID }, ArnLike: { 'aws:SourceArn': alarms } },
  };
}
