// Lowers log groups, each with the environment's retention and key.

import type { AnyResourceNode, Origin } from '../../graph/graph';
import type { Handle } from '../../graph/handle';
import type { Text } from '../../graph/value';
import { customerKeyArn } from './encryption';
import { type LowerContext, resource } from './section';

/** A log group. Without a key of the environment, CloudWatch Logs uses its own. */
export function lowerLogGroup(
  { environment }: LowerContext,
  group: Handle<'aws:cloudwatch/logGroup:LogGroup'>,
  origin: Origin,
  name: Text,
): AnyResourceNode {
  return resource(group, origin, {
    name,
    retentionInDays: environment.logRetentionDays,
    kmsKeyId: customerKeyArn(environment),
    tags: environment.tags,
  });
}
