// Changes the capacity of tables and indexes as Application Auto Scaling does.

import { objectsOf, type Properties, text } from './properties';
import type { Thing, World } from './world';

/** Capacity units to scale to. */
export interface Capacity {
  readonly read?: number;
  readonly write?: number;
}

/** Scales a table or its index within the limits of its registered targets. Throws if a target is not registered. */
export function scale(world: World, region: string, table: string, index: string | undefined, to: Capacity): void {
  const resourceId = index === undefined ? `table/${table}` : `table/${table}/index/${index}`;
  const within = index === undefined ? 'table' : 'index';
  for (const [direction, wanted] of [['Read', to.read] as const, ['Write', to.write] as const]) {
    if (wanted === undefined) continue;
    const dimension = `dynamodb:${within}:${direction}CapacityUnits`;
    const target = targetOf(world, region, resourceId, dimension);
    if (target === undefined) throw new Error(`unknown scalable target ${resourceId} ${dimension}`);
    const { minCapacity, maxCapacity } = target.inputs;
    setCapacity(world, region, target.inputs, () =>
      Math.min(Math.max(wanted, Number(minCapacity)), Number(maxCapacity)),
    );
  }
}

/** Raises the capacity of a target to its minimum, as a registration does. */
export function applyLimits(world: World, target: Properties, region: string): void {
  setCapacity(world, region, target, (now) => Math.max(now, Number(target.minCapacity)));
}

function targetOf(world: World, region: string, resourceId: string, dimension: string): Thing | undefined {
  return world
    .all('aws:appautoscaling/target:Target')
    .find(
      ({ identity, inputs }) =>
        identity.includes(` ${region}/`) && inputs.resourceId === resourceId && inputs.scalableDimension === dimension,
    );
}

function setCapacity(world: World, region: string, target: Properties, change: (now: number) => number): void {
  const [, name, , index] = text(target, 'resourceId').split('/');
  const table = world.at(`dynamodb:Table ${region}/${name}`);
  if (table === undefined || table.inputs.billingMode === 'PAY_PER_REQUEST') return;
  const indexes = objectsOf(table.inputs.globalSecondaryIndexes);
  const scaled = index === undefined ? table.inputs : indexes.find((candidate) => candidate.name === index);
  const key = text(target, 'scalableDimension').includes(':Read') ? 'readCapacity' : 'writeCapacity';
  if (scaled !== undefined) scaled[key] = change(Number(scaled[key] ?? 0));
}
