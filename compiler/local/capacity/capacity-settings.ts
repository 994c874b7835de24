// Derives the capacity and the autoscaling of tables and indexes from their resources.

import type { CapacityOfTable, ScaledPart } from '../../model/autoscaled-table';
import type { Provisioned } from '../../model/table-capacity';
import type { ScalingSettings } from '../../model/target-tracking';
import type { LocalResource, LocalResources } from '../local-values';

/** Derives the capacities by the names of the tables. */
export function deriveCapacities(resources: LocalResources): ReadonlyMap<string, CapacityOfTable> {
  return new Map(
    resources.of('aws:dynamodb/table:Table').map((node): [string, CapacityOfTable] => {
      const { inputs } = node;
      const name = inputs.name ?? node.name;
      const isProvisioned = (inputs.billingMode ?? 'PROVISIONED') === 'PROVISIONED';
      const provisioned = (of: { readonly readCapacity?: number; readonly writeCapacity?: number }): Provisioned =>
        isProvisioned ? { read: of.readCapacity ?? 1, write: of.writeCapacity ?? 1 } : undefined;
      const indexes = Object.fromEntries(
        (inputs.globalSecondaryIndexes ?? []).map((index) => [index.name, provisioned(index)]),
      );
      return [name, { table: provisioned(inputs), indexes, scaling: deriveScaling(name, resources) }];
    }),
  );
}

function deriveScaling(table: string, resources: LocalResources): ScaledPart[] {
  const policies = resources.of('aws:appautoscaling/policy:Policy');
  return resources.of('aws:appautoscaling/target:Target').flatMap((target) => {
    const { resourceId, scalableDimension, minCapacity, maxCapacity } = target.inputs;
    const [, name, index] = /^table\/([^/]+)(?:\/index\/(.+))?$/.exec(resourceId) ?? [];
    if (name !== table) return [];
    const policy = policies.find((one) => isPolicyOf(one, target));
    const tracking = policy?.inputs.targetTrackingScalingPolicyConfiguration;
    if (tracking === undefined) return [];
    const settings: ScalingSettings = {
      minimum: minCapacity,
      maximum: maxCapacity,
      targetUtilizationPercent: tracking.targetValue,
      // DynamoDB has no cooldown by default (Application Auto Scaling API Reference).
      scaleInCooldownSeconds: tracking.scaleInCooldown ?? 0,
      scaleOutCooldownSeconds: tracking.scaleOutCooldown ?? 0,
    };
    return [{ index, direction: scalableDimension.includes(':Read') ? 'read' : 'write', settings }];
  });
}

function isPolicyOf(
  { inputs: policy }: LocalResource<'aws:appautoscaling/policy:Policy'>,
  { inputs: target }: LocalResource<'aws:appautoscaling/target:Target'>,
): boolean {
  return policy.resourceId === target.resourceId && policy.scalableDimension === target.scalableDimension;
}
