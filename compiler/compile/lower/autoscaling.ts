// Application Auto Scaling of the read and write capacity of a table or an index.

import type { Capacity } from '../../../schema/environment.generated';
import type { AnyResourceNode, Origin } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { tableHandle } from '../../graph/handles';
import { interpolate } from '../../graph/value';
import { resource } from './section';
import { shortName } from './short-name';

/** The capacity of a table or an index; undefined with on-demand billing. */
export type Capacities = Capacity | undefined;

/** The initial capacity of a table or an index, in capacity units. */
export function capacityAtCreation(capacity: Capacities): { readCapacity?: number; writeCapacity?: number } {
  if (capacity === undefined) return {};
  const units = ({ units, autoscaling }: Capacity['read']) => units ?? autoscaling?.minimum;
  return { readCapacity: units(capacity.read), writeCapacity: units(capacity.write) };
}

/** A table or index to scale. */
export interface ScaledResource {
  readonly table: string;
  readonly index?: string;
  readonly capacity: Capacities;
  readonly origin: Origin;
}

/** The maximum length of a scaling policy's name in the AWS provider; the service allows 256 (Application Auto Scaling API Reference, PutScalingPolicy). */
const LONGEST_NAME = 255;

/** The longest logical name that Pulumi can extend to a valid name: it appends a hyphen and seven characters. */
const LONGEST_LOGICAL_NAME = LONGEST_NAME - 8;

const DIRECTIONS = { read: 'Read', write: 'Write' } as const;

/** A scaling target and a policy for each autoscaled direction. */
export function lowerAutoscaling({ table, index, capacity, origin }: ScaledResource): AnyResourceNode[] {
  const prefix = index === undefined ? table : `${table}-gsi-${index}`;
  const scaled = index === undefined ? 'table' : 'index';
  const tableName = tableHandle(table).ref('name');
  const path =
    index === undefined ? interpolate('table/', tableName) : interpolate('table/', tableName, `/index/${index}`);

  return (['read', 'write'] as const).flatMap((direction) => {
    const autoscaling = capacity?.[direction].autoscaling;
    if (autoscaling === undefined) return [];
    const target = handle('aws:appautoscaling/target:Target', `${prefix}-${direction}-scaling-target`);
    const policy = handle('aws:appautoscaling/policy:Policy', `${prefix}-${direction}-scaling-policy`);
    const common = {
      serviceNamespace: 'dynamodb',
      scalableDimension: `dynamodb:${scaled}:${DIRECTIONS[direction]}CapacityUnits`,
    };
    return [
      resource(target, origin, {
        ...common,
        resourceId: path,
        minCapacity: autoscaling.minimum,
        maxCapacity: autoscaling.maximum,
      }),
      resource(policy, origin, {
        ...common,
        name: policy.name.length > LONGEST_LOGICAL_NAME ? shortName(policy.name, LONGEST_NAME) : undefined,
        resourceId: target.ref('resourceId'),
        policyType: 'TargetTrackingScaling',
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: {
            predefinedMetricType: `DynamoDB${DIRECTIONS[direction]}CapacityUtilization`,
          },
          targetValue: autoscaling.targetUtilizationPercent,
          scaleInCooldown: autoscaling.scaleInCooldownSeconds,
          scaleOutCooldown: autoscaling.scaleOutCooldownSeconds,
        },
      }),
    ];
  });
}
