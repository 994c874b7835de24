// Rules for Application Auto Scaling.

import { capitalized, type KindRule } from '../rule';

/** The rules of each kind. */
export const APPLICATION_AUTO_SCALING = {
  'aws:appautoscaling/target:Target': {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    inputs: {
      serviceNamespace: 'ServiceNamespace',
      scalableDimension: 'ScalableDimension',
      resourceId: 'ResourceId',
      minCapacity: 'MinCapacity',
      maxCapacity: 'MaxCapacity',
    },
  } satisfies KindRule<'aws:appautoscaling/target:Target'>,

  'aws:appautoscaling/policy:Policy': {
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    more: ({ name }) => ({ PolicyName: name }),
    inputs: {
      name: 'PolicyName',
      policyType: 'PolicyType',
      serviceNamespace: 'ServiceNamespace',
      scalableDimension: 'ScalableDimension',
      resourceId: 'ResourceId',
      targetTrackingScalingPolicyConfiguration: capitalized('TargetTrackingScalingPolicyConfiguration'),
    },
  } satisfies KindRule<'aws:appautoscaling/policy:Policy'>,
};
