// All kinds of resources.

import type { Kind } from '../kind';
import { API_GATEWAY } from './api-gateway';
import { APPLICATION_AUTO_SCALING } from './application-auto-scaling';
import { BACKUP } from './backup';
import { CHATBOT } from './chatbot';
import { CLOUDWATCH } from './cloudwatch';
import type { KindDefinition } from './definition';
import { DYNAMODB } from './dynamodb';
import { IAM } from './iam';
import { KMS } from './kms';
import { LAMBDA } from './lambda';
import { SCHEDULER } from './scheduler';
import { SECRETS_MANAGER } from './secretsmanager';
import { SNS } from './sns';
import { SQS } from './sqs';
import { WAFV2 } from './wafv2';
import { X_RAY } from './x-ray';

const ALL = {
  ...API_GATEWAY,
  ...APPLICATION_AUTO_SCALING,
  ...BACKUP,
  ...CHATBOT,
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
  ...X_RAY,
};

/** The definition of each kind; `npm run generate` reads the kinds from it. */
export const KINDS: { readonly [K in Kind]: KindDefinition } = ALL;

/** A kind whose resources contain data. */
export type StatefulKind = {
  [K in keyof typeof ALL]: (typeof ALL)[K] extends { readonly holdsData: true } ? K : never;
}[keyof typeof ALL];

/** A kind whose resources AWS bills. */
export type BilledKind = {
  [K in keyof typeof ALL]: (typeof ALL)[K] extends { readonly cost: 'billed' } ? K : never;
}[keyof typeof ALL];

/** Whether AWS bills resources of a kind. */
export function isBilled(kind: Kind): kind is BilledKind {
  return KINDS[kind].cost === 'billed';
}

/** Whether resources of a type contain data. */
export function isStateful(type: string): type is StatefulKind {
  return Object.hasOwn(KINDS, type) && KINDS[type as Kind].holdsData === true;
}
