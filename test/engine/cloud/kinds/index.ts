// The behaviour of all kinds of resources.

import type { Kind } from '../../../../compiler/graph/kind';
import type { Behaviour } from '../behaviour';
import { API_ACCESS } from './api-access';
import { API_GATEWAY } from './api-gateway';
import { APPLICATION_AUTO_SCALING } from './application-auto-scaling';
import { BACKUP } from './backup';
import { DYNAMODB } from './dynamodb';
import { IAM } from './iam';
import { KMS } from './kms';
import { LAMBDA } from './lambda';
import { MESSAGES } from './messages';
import { MONITORING } from './monitoring';
import { SCHEDULER } from './scheduler';
import { SECRETS_MANAGER } from './secrets-manager';
import { WAF } from './waf';

/** The behaviour of each kind. */
export const BEHAVIOURS: Readonly<Record<Kind, Behaviour>> = {
  ...API_ACCESS,
  ...API_GATEWAY,
  ...APPLICATION_AUTO_SCALING,
  ...BACKUP,
  ...DYNAMODB,
  ...IAM,
  ...KMS,
  ...LAMBDA,
  ...MESSAGES,
  ...MONITORING,
  ...SCHEDULER,
  ...SECRETS_MANAGER,
  ...WAF,
};
