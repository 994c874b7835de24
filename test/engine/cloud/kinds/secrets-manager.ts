// Rotations of Secrets Manager.

import type { Kind } from '../../../../compiler/graph/kind';
import { type Behaviour, identifiedBy } from '../behaviour';
import { text } from '../properties';

/** The behaviour of each kind of the service. */
export const SECRETS_MANAGER = {
  'aws:secretsmanager/secretRotation:SecretRotation': {
    identity: identifiedBy('secretId'),
    existing: { response: 'overwrite' },
    id: (inputs) => text(inputs, 'secretId'),
    defaults: { rotateImmediately: true },
    chosen: (_inputs, { region }) => ({ rotationEnabled: true, region }),
    // An update calls RotateSecret with all rules.
    putsAll: true,
    source:
      'internal/service/secretsmanager/secret_rotation.go (the id and the read secret_id are the ARN); Secrets Manager API, RotateSecret',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
