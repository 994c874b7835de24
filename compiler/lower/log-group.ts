// Lowers log groups, each with the environment's retention and key.

import type { AnyResourceNode, Origin } from '../graph/graph';
import type { Text } from '../graph/value';
import { customerKeyArn } from './encryption';
import { type LowerContext, resource } from './section';

/** A log group. Without a key of the environment, CloudWatch Logs uses its own. */
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
