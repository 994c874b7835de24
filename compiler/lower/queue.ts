// Queues.

import type { Queue } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { physicalName } from '../resolve/resolve';
import { type LowerContext, resource } from './section';

/** A standard queue. */
export function lowerQueue({ environment, originOf }: LowerContext, name: string, queue: Queue): AnyResourceNode[] {
  return [
    resource('aws:sqs/queue:Queue', name, originOf(['queues', name]), {
      name: physicalName(environment, name),
      messageRetentionSeconds: queue.messageRetentionSeconds,
      visibilityTimeoutSeconds: queue.visibilityTimeoutSeconds,
      maxMessageSize: queue.maximumMessageSizeBytes,
      tags: environment.tags,
    }),
  ];
}
