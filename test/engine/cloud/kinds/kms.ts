// Keys of KMS and their aliases.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, named, uuidOf } from '../behaviour';
import { canonical, text } from '../properties';

/** The kinds whose data cannot be read without the key. */
const ENCRYPTED: readonly string[] = ['aws:dynamodb/table:Table', 'aws:backup/vault:Vault'];

/** The behaviour of each kind of the service. */
export const KMS = {
  'aws:kms/key:Key': {
    id: (_inputs, generated) => uuidOf(generated),
    defaults: {
      keyUsage: 'ENCRYPT_DECRYPT',
      customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      isEnabled: true,
      enableKeyRotation: false,
      bypassPolicyLockoutSafetyCheck: false,
    },
    chosen: (inputs, { region }) => ({
      description: '',
      multiRegion: false,
      rotationPeriodInDays: inputs.enableKeyRotation === true ? 365 : 0,
      region,
    }),
    outputs: ({ id }, place) => ({ arn: arn('kms', place, `key/${id}`), keyId: id }),
    afterDelete: ({ outputs, identity }, world) => {
      for (const thing of world.things.values()) {
        if (ENCRYPTED.includes(thing.type) && canonical(thing.inputs).includes(text(outputs, 'arn')))
          world.damage.push(`${thing.identity} is encrypted with ${identity}, which is scheduled for deletion`);
      }
    },
    source: 'internal/service/kms/key.go (ScheduleKeyDeletion); KMS Developer Guide, Deleting AWS KMS keys',
  },
  'aws:kms/alias:Alias': {
    identity: named('name'),
    existing: {
      response: 'refuse',
      text: (inputs, place) =>
        `AlreadyExistsException: An alias with the name ${arn('kms', place, text(inputs, 'name'))} already exists`,
    },
    id: (inputs) => text(inputs, 'name'),
    outputs: ({ inputs }, place) => ({
      arn: arn('kms', place, text(inputs, 'name')),
      targetKeyArn: arn('kms', place, `key/${text(inputs, 'targetKeyId')}`),
    }),
    source: 'internal/service/kms/alias.go; KMS API, CreateAlias',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
