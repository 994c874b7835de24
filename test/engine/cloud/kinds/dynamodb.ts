// Tables of DynamoDB.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, managedKeyArn, named } from '../behaviour';
import type { Path } from '../compare';
import { objectsOf, type Properties, text } from '../properties';
import type { Place, Thing } from '../world';

/** The behaviour of each kind of the service. */
export const DYNAMODB = {
  'aws:dynamodb/table:Table': {
    identity: named('name'),
    existing: {
      response: 'refuse',
      text: (inputs) => `ResourceInUseException: Table already exists: ${text(inputs, 'name')}`,
    },
    id: (inputs) => text(inputs, 'name'),
    sets: [
      'attributes',
      'globalSecondaryIndexes',
      'globalSecondaryIndexes.nonKeyAttributes',
      'localSecondaryIndexes',
      'replicas',
    ],
    defaults: {
      billingMode: 'PROVISIONED',
      tableClass: 'STANDARD',
      'ttl.enabled': false,
      'replicas.consistencyMode': 'EVENTUAL',
      'replicas.pointInTimeRecovery': false,
      'replicas.propagateTags': false,
    },
    uncleared: (paths, state, wanted) => paths.filter((path) => !isCleared(path, paths, state, wanted)),
    chosen: (inputs, place) => ({
      attributes: [],
      ttl: { enabled: false, attributeName: '' },
      pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 0 },
      serverSideEncryption: { enabled: false, kmsKeyArn: '' },
      streamViewType: '',
      region: place.region,
      ...(inputs.billingMode === 'PAY_PER_REQUEST' && { readCapacity: 0, writeCapacity: 0 }),
    }),
    outputs: ({ inputs }, place) => ({
      arn: arn('dynamodb', place, `table/${text(inputs, 'name')}`),
      ...streamOf(inputs, place),
    }),
    asRead: (inputs, place) => {
      const { serverSideEncryption: encryption, ttl } = inputs as Record<string, Properties>;
      const isManaged = encryption?.kmsKeyArn === managedKeyArn(place, 'dynamodb');
      return {
        ...inputs,
        serverSideEncryption: { ...encryption, ...(isManaged && { kmsKeyArn: '' }) },
        ttl: { ...ttl, ...(ttl?.enabled !== true && { attributeName: '' }) },
      };
    },
    afterChange: (thing, _world, place, before) => {
      forgetCapacity(thing, before);
      forgetKey(thing);
      forgetSettings(thing);
      renewStream(thing, place, before);
      const [former, ttl] = [before?.ttl, thing.inputs.ttl] as (Properties | undefined)[];
      const isTouched = former === undefined ? ttl?.enabled === true : former.enabled !== ttl?.enabled;
      if (isTouched) thing.memory.ttlChangedAt = place.now;
    },
    source:
      'internal/service/dynamodb/table.go (schema, resourceTableUpdate, CustomizeDiff, clearSSEDefaultKey: the AWS managed key and the attribute of a disabled time to live are read as absent); DynamoDB API, CreateTable',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;

/** The stream of a table; its label is the time at which it was enabled (DynamoDB API, TableDescription: LatestStreamLabel). */
function streamOf(inputs: Properties, place: Place, now = place.now): Properties {
  if (inputs.streamEnabled !== true) return { streamArn: '', streamLabel: '' };
  const label = new Date(now).toISOString().slice(0, -1);
  return {
    streamArn: `${arn('dynamodb', place, `table/${text(inputs, 'name')}`)}/stream/${label}`,
    streamLabel: label,
  };
}

/**
 * Gives a table another stream if its stream is enabled again, or has another view type: then the provider disables and enables it
 * (table.go, cycleStreamEnabled). The name of a disabled stream remains.
 */
function renewStream(thing: Thing, place: Place, before: Properties | undefined): void {
  const { inputs, memory } = thing;
  if (before === undefined || inputs.streamEnabled !== true) return;
  if (before.streamEnabled === true && before.streamViewType === inputs.streamViewType) return;
  memory.streams = (memory.streams ?? 0) + 1;
  Object.assign(thing.outputs, streamOf(inputs, place, place.now + memory.streams));
}

/** Whether the provider clears a difference: attributes alone, and the attribute of a disabled time to live. */
function isCleared(path: Path, paths: readonly Path[], state: Properties, wanted: Properties): boolean {
  if (path[0] === 'attributes') return !paths.some(([first]) => first === 'globalSecondaryIndexes');
  if (path.join('.') !== 'ttl.attributeName') return false;
  return text((state.ttl ?? {}) as Properties, 'attributeName') === '' && (wanted.ttl as Properties).enabled !== true;
}

/** Removes the settings of disabled features (DynamoDB API, TimeToLiveDescription and PointInTimeRecoveryDescription). */
function forgetSettings({ inputs }: Thing): void {
  const { ttl, pointInTimeRecovery: recovery } = inputs as Record<string, Properties>;
  if (ttl?.enabled !== true) inputs.ttl = { ...ttl, attributeName: '' };
  if (recovery?.enabled !== true) inputs.pointInTimeRecovery = { ...recovery, recoveryPeriodInDays: 0 };
}

/**
 * Removes the capacity of an on-demand table. A table that becomes provisioned without capacity gets 1 unit (table.go,
 * expandProvisionedThroughputField).
 */
function forgetCapacity({ inputs }: Thing, before: Properties | undefined): void {
  if (inputs.billingMode === 'PAY_PER_REQUEST') {
    Object.assign(inputs, { readCapacity: 0, writeCapacity: 0 });
    for (const index of objectsOf(inputs.globalSecondaryIndexes))
      Object.assign(index, { readCapacity: 0, writeCapacity: 0 });
  } else if (before?.billingMode === 'PAY_PER_REQUEST') {
    inputs.readCapacity = Number(inputs.readCapacity) || 1;
    inputs.writeCapacity = Number(inputs.writeCapacity) || 1;
  }
}

/** Removes the key of a table that KMS does not encrypt: the provider sends and reads the ARN only with encryption enabled (table.go, expandEncryptAtRestOptions). */
function forgetKey({ inputs }: Thing): void {
  const encryption = inputs.serverSideEncryption as Properties | undefined;
  if (encryption?.enabled !== true) inputs.serverSideEncryption = { ...encryption, enabled: false, kmsKeyArn: '' };
}
