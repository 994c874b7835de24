// The rules of all kinds, collected from the AWS services.

import type { Kind } from '../../graph/kind';
import { API_CALLERS } from './kinds/api-callers';
import { API_GATEWAY } from './kinds/api-gateway';
import { APPLICATION_AUTO_SCALING } from './kinds/application-auto-scaling';
import { BACKUP } from './kinds/backup';
import { CLOUDWATCH } from './kinds/cloudwatch';
import { DYNAMODB } from './kinds/dynamodb';
import { IAM } from './kinds/iam';
import { KMS } from './kinds/kms';
import { LAMBDA } from './kinds/lambda';
import { SCHEDULER } from './kinds/scheduler';
import { SECRETS_MANAGER } from './kinds/secretsmanager';
import { SNS } from './kinds/sns';
import { SQS } from './kinds/sqs';
import { WAFV2 } from './kinds/wafv2';
import { XRAY } from './kinds/xray';
import type { KindRule } from './rule';

/** The rules by kind; total, so that tsc reports a kind without a rule. */
const RULES: { readonly [K in Kind]: KindRule<K> } = {
  ...API_CALLERS,
  ...API_GATEWAY,
  ...APPLICATION_AUTO_SCALING,
  ...BACKUP,
  ...CLOUDWATCH,
  ...DYNAMODB,
  ...IAM,
  ...KMS,
  ...LAMBDA,
  ...SCHEDULER,
  ...SECRETS_MANAGER,
  ...SNS,
  ...SQS,
  ...WAFV2,
  ...XRAY,
};

/** The rule of a kind. */
export function ruleOf(kind: Kind): KindRule<Kind> {
  return RULES[kind] as unknown as KindRule<Kind>;
}
