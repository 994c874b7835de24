// Refusals of DynamoDB, and of its provider, about tables.

import { isEqual, objectsOf, type Properties, text } from '../properties';
import type { Refusal } from '../refusal';

const TABLE = 'aws:dynamodb/table:Table';
const CHANGES = ['create', 'update'] as const;
const HOUR = 3_600_000;

/** The refusals. */
export const DYNAMODB_REFUSALS: readonly Refusal[] = [
  {
    fact: 'the stream of a table with replicas cannot be disabled',
    kind: TABLE,
    when: ['update'],
    refuses: ({ inputs, living }) =>
      objectsOf(living?.replicas).length > 0 && living?.streamEnabled === true && inputs.streamEnabled !== true
        ? 'ValidationException: One or more parameter values were invalid: Disabling Stream is not allowed for a Global Table replica.'
        : undefined,
    source: 'table.go (Update changes the stream before updateReplica); hashicorp/terraform-provider-aws#34450, #19342',
  },
  {
    fact: 'a table with replicas must have a stream of new and old images',
    kind: TABLE,
    when: CHANGES,
    refuses: ({ inputs }) =>
      objectsOf(inputs.replicas).length > 0 && inputs.streamViewType !== 'NEW_AND_OLD_IMAGES'
        ? 'ValidationException: Table needs a stream with NEW_AND_OLD_IMAGES to have replicas'
        : undefined,
    source: 'terraform-provider-aws, website/docs/r/dynamodb_table.html.markdown (replica; the wording is ours)',
  },
  {
    fact: 'a replica with deletion protection cannot be removed',
    kind: TABLE,
    when: ['update'],
    refuses: ({ inputs, living }) => {
      const kept = new Set(objectsOf(inputs.replicas).map(({ regionName }) => regionName));
      const lost = objectsOf(living?.replicas).find(
        ({ regionName, deletionProtectionEnabled }) => deletionProtectionEnabled === true && !kept.has(regionName),
      );
      return (
        lost &&
        `ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`
      );
    },
    source: 'DynamoDB API, DeleteTable and UpdateTable (DeletionProtectionEnabled)',
  },
  {
    fact: 'a table with deletion protection cannot be deleted',
    kind: TABLE,
    when: ['delete'],
    refuses: ({ inputs }) =>
      inputs.deletionProtectionEnabled === true
        ? 'ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.'
        : undefined,
    source: 'DynamoDB API, DeleteTable (DeletionProtectionEnabled)',
  },
  {
    fact: 'the time-to-live attribute can only be changed after time to live is disabled',
    kind: TABLE,
    when: ['update'],
    refuses: ({ inputs, living }) => {
      const [before, after] = [ttlOf(living), ttlOf(inputs)];
      return before.enabled === true && before.attributeName !== after.attributeName
        ? `ValidationException: TimeToLive is active on a different AttributeName: current AttributeName is ${text(before, 'attributeName')}`
        : undefined;
    },
    source: "DynamoDB's response to UpdateTimeToLive, quoted in hashicorp/terraform-provider-aws#44730 and elsewhere",
  },
  {
    fact: 'time to live can be changed at most once an hour',
    kind: TABLE,
    when: ['update'],
    refuses: ({ inputs, living, memory, place }) => {
      const isSame = isEqual(ttlOf(living), ttlOf(inputs));
      return !isSame && place.now - (memory.ttlChangedAt ?? Number.NEGATIVE_INFINITY) < HOUR
        ? 'ValidationException: Time to live has been modified multiple times within a fixed interval'
        : undefined;
    },
    source:
      'internal/service/dynamodb/table_replica_test.go (TTL can only be updated once per hour); DynamoDB API, UpdateTimeToLive',
  },
  {
    fact: 'enabled time to live must have an attribute',
    kind: TABLE,
    when: CHANGES,
    refuses: ({ inputs }) =>
      ttlOf(inputs).enabled === true && text(ttlOf(inputs), 'attributeName') === ''
        ? 'Attribute "ttl[0].attribute_name" cannot have an empty value when "ttl[0].enabled" is "true"'
        : undefined,
    source: 'internal/service/dynamodb/table.go, validateTTL',
  },
  {
    fact: 'an index of a provisioned table must have capacity',
    kind: TABLE,
    when: CHANGES,
    refuses: ({ inputs }) => {
      if (inputs.billingMode === 'PAY_PER_REQUEST') return undefined;
      for (const index of objectsOf(inputs.globalSecondaryIndexes)) {
        for (const direction of ['write', 'read'])
          if (!(Number(index[`${direction}Capacity`]) >= 1))
            return `${direction} capacity must be > 0 when billing mode is PROVISIONED`;
      }
      return undefined;
    },
    source: 'internal/service/dynamodb/table.go, validateGSIProvisionedThroughput',
  },
  {
    fact: 'a provisioned table must have capacity, unless it was on-demand before',
    kind: TABLE,
    when: CHANGES,
    refuses: ({ inputs, living }) => {
      if (inputs.billingMode === 'PAY_PER_REQUEST' || living?.billingMode === 'PAY_PER_REQUEST') return undefined;
      const missing = ['read', 'write'].find((direction) => !(Number(inputs[`${direction}Capacity`]) >= 1));
      return missing && `Attribute "${missing}_capacity" must be at least 1 when "billing_mode" is "PROVISIONED".`;
    },
    source: 'internal/service/dynamodb/table.go, validateProvisionedThroughputField, expandProvisionedThroughputField',
  },
  {
    fact: 'an on-demand table must not have capacity',
    kind: TABLE,
    when: ['check'],
    refuses: ({ inputs }) => {
      if (inputs.billingMode !== 'PAY_PER_REQUEST') return undefined;
      const given = ['read', 'write'].find((direction) => Number(inputs[`${direction}Capacity`] ?? 0) !== 0);
      return given && `Attribute "${given}_capacity" cannot be specified when "billing_mode" is "PAY_PER_REQUEST".`;
    },
    source: 'internal/service/dynamodb/table.go, validateProvisionedThroughputField',
  },
  {
    fact: 'a stream must have a view type, and a view type requires a stream',
    kind: TABLE,
    when: ['check'],
    refuses: ({ inputs }) => {
      const hasView = text(inputs, 'streamViewType') !== '';
      if (inputs.streamEnabled === true && !hasView)
        return 'Attribute "stream_view_type" must be specified when "stream_enabled" is "true".';
      return inputs.streamEnabled !== true && hasView
        ? 'Attribute "stream_enabled" must be specified when "stream_view_type" is specified.'
        : undefined;
    },
    source: 'internal/service/dynamodb/table.go, validateStreamSpecification',
  },
  {
    fact: 'every attribute must be a key, and every key must be an attribute',
    kind: TABLE,
    when: CHANGES,
    refuses: ({ inputs, living }) => {
      const defined = new Set(objectsOf(inputs.attributes).map(({ name }) => name));
      // The keys of indexes that exist in AWS are valid.
      const known = new Set(objectsOf(living?.globalSecondaryIndexes).flatMap(keysOf));
      const blocks = [inputs, ...objectsOf(inputs.globalSecondaryIndexes), ...objectsOf(inputs.localSecondaryIndexes)];
      const keys = new Set(blocks.flatMap(keysOf));
      const unused = [...defined].filter((name) => !keys.has(name) && !known.has(name));
      const missing = [...keys].filter((name) => !defined.has(name) && !known.has(name));
      if (unused.length > 0) return `all attributes must be indexed. Unused attributes: ${JSON.stringify(unused)}`;
      return missing.length > 0
        ? `all indexes must match a defined attribute. Unmatched indexes: ${JSON.stringify(missing)}`
        : undefined;
    },
    source: 'internal/service/dynamodb/table.go, validateTableAttributes',
  },
];

function ttlOf(inputs: Properties | undefined): Properties {
  return (inputs?.ttl ?? {}) as Properties;
}

function keysOf({ hashKey, rangeKey }: Properties): unknown[] {
  return [hashKey, rangeKey].filter((key) => typeof key === 'string' && key !== '');
}
