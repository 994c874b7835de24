// Lowers queues.

import type { Queue } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { handle } from '../graph/handle';
import { queueHandle } from '../graph/handles';
import { physicalName } from '../graph/physical-name';
import { queueEncryption } from './encryption';
import { denyPlainText, policyDocument } from './policy';
import { type LowerContext, resource } from './section';

/** A standard queue, and the policy that requires TLS. */
export function lowerQueue({ environment, originOf }: LowerContext, name: string, queue: Queue): AnyResourceNode[] {
  const origin = originOf(['queues', name]);
  const thisQueue = queueHandle(name);
  return [
    resource(thisQueue, origin, {
      name: physicalName(environment, name),
      messageRetentionSeconds: queue.messageRetentionSeconds,
      visibilityTimeoutSeconds: queue.visibilityTimeoutSeconds,
      maxMessageSize: queue.maximumMessageSizeBytes,
      ...queueEncryption(environment),
      tags: environment.tags,
    }),
    ...(queue.requireTls
      ? [
          resource(handle('aws:sqs/queuePolicy:QueuePolicy', `${name}-policy`), origin, {
            queueUrl: thisQueue.ref('url'),
            policy: policyDocument([denyPlainText('sqs:*', thisQueue.ref('arn'))]),
          }),
        ]
      : []),
  ];
}
