// The kinds of resources of KMS.

import { fixed, type KindDefinitions, ONE, once } from './definition';

/** The definitions, by Pulumi type token. */
export const KMS = {
  'aws:kms/alias:Alias': {
    identity: once('name'),
    cost: { free: 'part of the key' },
    replacedBy: ['name', 'namePrefix'],
    name: {
      input: 'name',
      what: 'key',
      service: 'KMS',
      most: 256,
      fewest: 1,
      character: /[A-Za-z0-9/_-]/,
    },
    count: 'fixed',
    texts: 'short',
  },
  'aws:kms/key:Key': {
    identity: ONE,
    cost: 'billed',
    replacedBy: ['multiRegion', 'customerMasterKeySpec', 'keyUsage', 'customKeyStoreId', 'xksKeyId'],
    // Data encrypted with a deleted key is lost.
    holdsData: true,
    name: 'assigned',
    count: 'fixed',
    texts: [
      {
        input: 'policy',
        what: 'policy of the data key',
        service: 'KMS',
        most: fixed(32_768),
        unit: 'bytes',
        help: 'split the spec: the policy names each log group',
      },
    ],
  },
} as const satisfies KindDefinitions;
