// The kinds of resources of Secrets Manager.

import { type KindDefinitions, once } from './definition';

/** The definitions, by Pulumi type token. */
export const SECRETS_MANAGER = {
  'aws:secretsmanager/secretRotation:SecretRotation': {
    identity: once('secretId'),
    cost: { free: 'the secret is billed, which is not part of the spec' },
    replacedBy: ['secretId'],
    name: 'assigned',
    count: 'bounded',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
