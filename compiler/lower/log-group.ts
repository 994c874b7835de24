// Log groups: each with the environment's retention and key.

import type { AnyResourceNode, Origin } from '../graph/graph';
import type { Text } from '../graph/value';
import { customerKeyArn } from './encryption';
import { type LowerContext, resource } from './section';

/** A log group. CloudWatch Logs encrypts it with its own key where the environment has none. */
export function lowerLogGroup(
  { environment }: LowerContext,
  logicalName: string,
  origin: Origin,
  name: Text,
): AnyResourceNode {
  return resource('aws:cloudwatch/logGroup:LogGroup', logicalName, origin, {
    name,
    retentionInDays: environment.logRetentionDays,
    kmsKeyId: customerKeyArn(environment),
    tags: environment.tags,
  });
}
