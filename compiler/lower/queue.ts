// Lowers queues.

import type { Queue } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { reference } from '../graph/value';
import { queueNode } from '../resolve/logical-names';
import { physicalName } from '../resolve/resolve';
import { queueEncryption } from './encryption';
import { denyPlainText, policyDocument } from './policy';
import { type LowerContext, resource } from './section';

/** A standard queue, and the policy that requires TLS. */
export function lowerQueue({ environment, originOf }: LowerContext, name: string, queue: Queue): AnyResourceNode[] {
  const origin = originOf(['queues', name]);
  return [
    resource('aws:sqs/queue:Queue', name, origin, {
      name: physicalName(environment, name),
      messageRetentionSeconds: queue.messageRetentionSeconds,
      visibilityTimeoutSeconds: queue.visibilityTimeoutSeconds,
      maxMessageSize: queue.maximumMessageSizeBytes,
      ...queueEncryption(environment),
      tags: environment.tags,
    }),
    ...(queue.requireTls
      ? [
          resource('aws:sqs/queuePolicy:QueuePolicy', `${name}-policy`, origin, {
            queueUrl: reference(queueNode(name), 'url'),
            policy: policyDocument([denyPlainText('sqs:*', reference(queueNode(name), 'arn'))]),
          }),
        ]
      : []),
  ];
}
