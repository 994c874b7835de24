// Keeps the capacity that autoscaling has set for tables and indexes.

import type { ResourceGraph, ResourceNode } from '../../graph/graph';
import { resourcesOf } from '../../graph/graph';
import type { Inputs } from '../../graph/kind';
import { resolveReferences } from '../../graph/resolve-references';
import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { type Revision, reviseKind } from './revise';
import { type IndexOutputs, isProvisioned, tableOutputs } from './table-outputs';

type Table = 'aws:dynamodb/table:Table';

const PROPERTIES = ['readCapacity', 'writeCapacity'] as const;

/**
 * Sets each autoscaled capacity to its deployed value, within the minimum and maximum of the spec; matches indexes by name.
 *
 * An index cannot have `ignoreChanges`: the bridge cannot address the elements of a set, and the engine restores old inputs
 * by position (pulumi-terraform-bridge, pkg/tfbridge/diff.go; pulumi, properties_path.go). The table itself keeps `ignoreChanges`, so
 * that a state older than the last scaling does no harm. If the deployed table is on demand there is nothing to keep, and the
 * engine would delete the capacities that the table must have.
 *
 * An index gets the capacity of the state, which the provider compares it with, so that an outdated state causes no difference.
 * `pulumi up --refresh` breaks this, because the program reads the state from before the refresh.
 */
export function keepScaledCapacity(transition: Transition, deployed: DeployedStack): Transition {
  const limits = scalingLimits(transition.graph);
  return reviseKind<Table>(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const table = tableOutputs(outputs);
    const inputs = {
      ...ownCapacity(node, table, limits),
      ...indexCapacity(node, table.globalSecondaryIndexes, limits),
    };
    if (isProvisioned(table)) return { inputs };
    const isCapacity = (property: string) => (PROPERTIES as readonly string[]).includes(property);
    return { inputs, ignoreChanges: node.ignoreChanges.filter((property) => !isCapacity(property)) };
  });
}

interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}

type ScalingLimits = (name: unknown, index: string | undefined, property: string) => Limits | undefined;

/** Finds the limits of a capacity from the Application Auto Scaling targets. */
function scalingLimits(graph: ResourceGraph): ScalingLimits {
  const resolve = resolveReferences(graph);
  const key = (resourceId: unknown, dimension: unknown) => `${String(resourceId)} ${String(dimension)}`;
  const limits = new Map(
    resourcesOf(graph, 'aws:appautoscaling/target:Target').map((target) => {
      const { resourceId, scalableDimension, minCapacity, maxCapacity } = resolve(target);
      return [key(resourceId, scalableDimension), { minimum: Number(minCapacity), maximum: Number(maxCapacity) }];
    }),
  );
  return (name, index, property) => {
    const direction = property === 'readCapacity' ? 'Read' : 'Write';
    return index === undefined
      ? limits.get(key(`table/${String(name)}`, `dynamodb:table:${direction}CapacityUnits`))
      : limits.get(key(`table/${String(name)}/index/${index}`, `dynamodb:index:${direction}CapacityUnits`));
  };
}

function ownCapacity({ inputs }: ResourceNode<Table>, deployed: Capacities, limits: ScalingLimits) {
  return keptCapacity(deployed, (property) => limits(inputs.name, undefined, property));
}

function indexCapacity(
  { inputs }: ResourceNode<Table>,
  deployed: readonly IndexOutputs[] = [],
  limits: ScalingLimits,
): Revision<Table>['inputs'] {
  const { name, globalSecondaryIndexes } = inputs;
  if (globalSecondaryIndexes === undefined) return {};
  const indexes = globalSecondaryIndexes.map((index) => {
    const former = deployed.find((other) => other.name === index.name);
    return { ...index, ...keptCapacity(former ?? {}, (property) => limits(name, String(index.name), property)) };
  });
  return { globalSecondaryIndexes: indexes as Inputs<Table>['globalSecondaryIndexes'] };
}

type Capacities = { readonly [P in (typeof PROPERTIES)[number]]?: number };

function keptCapacity(deployed: Capacities, limitsOf: (property: string) => Limits | undefined): Capacities {
  const kept = PROPERTIES.flatMap((property) => {
    const limits = limitsOf(property);
    return limits === undefined ? [] : [[property, clamp(deployed[property] ?? 0, limits)] as const];
  });
  return Object.fromEntries(kept);
}

function clamp(units: number, { minimum, maximum }: Limits): number {
  return Math.min(Math.max(units, minimum), maximum);
}
