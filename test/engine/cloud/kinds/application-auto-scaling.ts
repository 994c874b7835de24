// Targets and policies of Application Auto Scaling.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, identifiedBy } from '../behaviour';
import { type Properties, text } from '../properties';
import { applyLimits } from '../scaling';

const TARGET = ['serviceNamespace', 'resourceId', 'scalableDimension'] as const;

/** The behaviour of each kind of the service. */
export const APPLICATION_AUTO_SCALING = {
  'aws:appautoscaling/target:Target': {
    identity: (inputs, { region }) => `${region}/${identifiedBy(...TARGET)(inputs)}`,
    existing: { response: 'overwrite' },
    id: identifiedBy(...TARGET),
    chosen: (_inputs, { region, account }) => ({
      roleArn: `arn:aws:iam::${account}:role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable`,
      suspendedState: {
        dynamicScalingInSuspended: false,
        dynamicScalingOutSuspended: false,
        scheduledScalingSuspended: false,
      },
      region,
    }),
    outputs: ({ inputs }, place) => ({
      arn: arn('application-autoscaling', place, `scalable-target/${text(inputs, 'resourceId')}`),
    }),
    afterChange: ({ inputs }, world, place) => applyLimits(world, inputs, place.region),
    afterDelete: ({ inputs }, world) =>
      world.removeAll(
        (other) => other.type === 'aws:appautoscaling/policy:Policy' && isSameTarget(other.inputs, inputs),
      ),
    source:
      'internal/service/appautoscaling/target.go; Application Auto Scaling API, RegisterScalableTarget ("registers or updates"; capacity below the minimum is raised to it), DeregisterScalableTarget (deletes the policies)',
  },
  'aws:appautoscaling/policy:Policy': {
    identity: (inputs, { region }) => `${region}/${identifiedBy(...TARGET, 'name')(inputs)}`,
    existing: { response: 'overwrite' },
    id: identifiedBy(...TARGET, 'name'),
    putsAll: true,
    defaults: { policyType: 'StepScaling' },
    outputs: ({ inputs }, place) => ({
      arn: arn(
        'autoscaling',
        place,
        `scalingPolicy:resource/dynamodb/${text(inputs, 'resourceId')}:policyName/${text(inputs, 'name')}`,
      ),
    }),
    source:
      'internal/service/appautoscaling/policy.go; Application Auto Scaling API, PutScalingPolicy ("creates or updates")',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;

function isSameTarget(a: Properties, b: Properties): boolean {
  return identifiedBy(...TARGET)(a) === identifiedBy(...TARGET)(b);
}
