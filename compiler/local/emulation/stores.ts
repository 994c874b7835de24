// The fields of tables, queues and secrets in the local run.

import { approximated, type EmulationOf, enforced, notLocal } from './emulation';

const SCALING = approximated(
  'Capacity changes in the steps of target tracking; the delays of metrics and of the change are assumptions',
);
const ONE_REGION = notLocal('The local run has one Region');
const SECRETS = approximated('The value is from .secrets.yaml or generated for the run, and has one version');
const ROTATION = notLocal('The stand-in keeps one version of a secret for the whole run');
const RECOVERY = notLocal('The local run makes no backups');

/** The fields of tables, queues and secrets. */
export const STORES: EmulationOf<'tables' | 'queues' | 'secrets'> = {
  'tables.*.partitionKey.name': enforced,
  'tables.*.partitionKey.type': enforced,
  'tables.*.sortKey.name': enforced,
  'tables.*.sortKey.type': enforced,
  'tables.*.billingMode': enforced,
  'tables.*.capacity.read.units': enforced,
  'tables.*.capacity.read.autoscaling.minimum': SCALING,
  'tables.*.capacity.read.autoscaling.maximum': SCALING,
  'tables.*.capacity.read.autoscaling.targetUtilizationPercent': SCALING,
  'tables.*.capacity.read.autoscaling.scaleInCooldownSeconds': SCALING,
  'tables.*.capacity.read.autoscaling.scaleOutCooldownSeconds': SCALING,
  'tables.*.capacity.write.units': enforced,
  'tables.*.capacity.write.autoscaling.minimum': SCALING,
  'tables.*.capacity.write.autoscaling.maximum': SCALING,
  'tables.*.capacity.write.autoscaling.targetUtilizationPercent': SCALING,
  'tables.*.capacity.write.autoscaling.scaleInCooldownSeconds': SCALING,
  'tables.*.capacity.write.autoscaling.scaleOutCooldownSeconds': SCALING,
  'tables.*.indexes.*.partitionKey.name': enforced,
  'tables.*.indexes.*.partitionKey.type': enforced,
  'tables.*.indexes.*.sortKey.name': enforced,
  'tables.*.indexes.*.sortKey.type': enforced,
  'tables.*.indexes.*.projection': enforced,
  'tables.*.indexes.*.nonKeyAttributes': enforced,
  'tables.*.indexes.*.shardCount': enforced,
  'tables.*.indexes.*.capacity.read.units': enforced,
  'tables.*.indexes.*.capacity.read.autoscaling.minimum': SCALING,
  'tables.*.indexes.*.capacity.read.autoscaling.maximum': SCALING,
  'tables.*.indexes.*.capacity.read.autoscaling.targetUtilizationPercent': SCALING,
  'tables.*.indexes.*.capacity.read.autoscaling.scaleInCooldownSeconds': SCALING,
  'tables.*.indexes.*.capacity.read.autoscaling.scaleOutCooldownSeconds': SCALING,
  'tables.*.indexes.*.capacity.write.units': enforced,
  'tables.*.indexes.*.capacity.write.autoscaling.minimum': SCALING,
  'tables.*.indexes.*.capacity.write.autoscaling.maximum': SCALING,
  'tables.*.indexes.*.capacity.write.autoscaling.targetUtilizationPercent': SCALING,
  'tables.*.indexes.*.capacity.write.autoscaling.scaleInCooldownSeconds': SCALING,
  'tables.*.indexes.*.capacity.write.autoscaling.scaleOutCooldownSeconds': SCALING,
  'tables.*.expectedItemSizeBytes': notLocal('Only the compiler reads it; the run measures items'),
  'tables.*.expectedSizeGigabytes': notLocal('Only estimates of cost read it'),
  'tables.*.pointInTimeRecovery': RECOVERY,
  'tables.*.recoveryWindowDays': RECOVERY,
  'tables.*.deletionProtection': notLocal('Only a deployment reads it'),
  'tables.*.timeToLiveAttribute': approximated(
    'The run deletes an item two days after it expires, which is an assumption; AWS takes a few days',
  ),
  'tables.*.stream': approximated('Without --data, the records of changes end with the run, as the items do'),
  'tables.*.replicas.*.kmsKeyArn': ONE_REGION,
  'queues.*.messageRetentionSeconds': enforced,
  'queues.*.visibilityTimeoutSeconds': enforced,
  'queues.*.maximumMessageSizeBytes': enforced,
  'queues.*.delaySeconds': enforced,
  'queues.*.deadLetterQueue.queue': enforced,
  'queues.*.deadLetterQueue.maxReceiveCount': enforced,
  'queues.*.fifo.contentBasedDeduplication': enforced,
  'queues.*.fifo.throughput': notLocal('The run deduplicates for the queue, and does not enforce quotas of calls'),
  'secrets.*.secretsManager': SECRETS,
  'secrets.*.parameter': SECRETS,
  'secrets.*.kmsKeyArn': notLocal('The stand-ins encrypt nothing and use no keys'),
  'secrets.*.rotation.function': ROTATION,
  'secrets.*.rotation.everyDays': ROTATION,
  'queues.*.requireTls': notLocal('The stand-ins serve plain HTTP on this machine'),
};
