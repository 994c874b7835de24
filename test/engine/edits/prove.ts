// Checks the property of an edit: the cloud equals a fresh deployment, or the deployment is refused before any change.

import type { ResourceGraph } from '../../../compiler/graph/graph';
import { formatPath } from '../../../compiler/source/spec-node';
import type { Snapshot } from '../cloud';
import { Rehearsal } from '../rehearsal';

/** The result of an edit: the refusals, or the differences of the cloud from a fresh deployment, one line for each. */
export type Proof = { readonly refused: readonly string[] } | { readonly differences: readonly string[] };

const stacks = new WeakMap<ResourceGraph, Rehearsal>();
const clouds = new WeakMap<ResourceGraph, Snapshot>();

/** A new stack with a graph deployed to it. */
export function freshStack(graph: ResourceGraph): Rehearsal {
  const known = stacks.get(graph) ?? new Rehearsal();
  if (!stacks.has(graph)) {
    known.up(graph);
    stacks.set(graph, known);
  }
  return known.copy();
}

/** The cloud after the deployment of a graph to a new stack. */
export function freshCloud(graph: ResourceGraph): Snapshot {
  const cloud = clouds.get(graph) ?? freshStack(graph).cloud.snapshot();
  clouds.set(graph, cloud);
  return cloud;
}

/** Deploys a graph over a stack, and compares the cloud with a fresh deployment. */
export function prove(stack: Rehearsal, graph: ResourceGraph, fresh: Snapshot): Proof {
  const before = stack.cloud.snapshot();
  try {
    const outcome = stack.up(graph);
    const { damage } = stack.cloud;
    if ('steps' in outcome) return { differences: [...damage, ...compareClouds(stack.cloud.snapshot(), fresh)] };
    const changed = compareClouds(stack.cloud.snapshot(), before).map((line) => `refused, but changed: ${line}`);
    if (changed.length > 0) return { differences: changed };
    return {
      refused: outcome.refusals.map(
        ({ place, part, reason, fix }) => `${place}: ${formatPath(part)}: ${reason}; ${fix}`,
      ),
    };
  } catch (problem) {
    return { differences: [`refused half-way: ${(problem as Error).message}`] };
  }
}

/** Resources that remain on purpose: an environment must not delete the settings of an account and Region. */
const KEPT = ['apigateway:Account '];

/** The differences of two clouds, by resource and attribute. */
export function compareClouds(foundCloud: Snapshot, wantedCloud: Snapshot): string[] {
  const [found, wanted] = [foundCloud, wantedCloud].map(comparable) as [Snapshot, Snapshot];
  const names = [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort();
  return names.flatMap((name) => {
    const [has, wants] = [found[name], wanted[name]];
    if (wants === undefined) return KEPT.some((kept) => name.startsWith(kept)) ? [] : [`${name}: was not deleted`];
    if (has === undefined) return [`${name}: is missing`];
    const keys = [...new Set([...Object.keys(has), ...Object.keys(wants)])].sort();
    return keys.flatMap((key) => {
      const [a, b] = [JSON.stringify(has[key]), JSON.stringify(wants[key])];
      return a === b ? [] : [`${name}: ${key} is ${a}, a fresh deployment has ${b}`];
    });
  });
}

/** A cloud without insignificant attributes and without data. */
function comparable(cloud: Snapshot): Snapshot {
  const entries = Object.entries(withoutScaled(cloud)).map(([name, thing]) => {
    const { ownershipVerificationCertificateArn: _, ...rest } = thing;
    // API Gateway uses the certificate of ownership for mutual TLS only.
    return [name, thing.mutualTlsAuthentication === undefined ? rest : thing] as const;
  });
  return Object.fromEntries(entries);
}

/** A cloud with `scaled` in place of each capacity within the limits of autoscaling, which is data. */
function withoutScaled(cloud: Snapshot): Snapshot {
  const copy = structuredClone(cloud) as { [name: string]: { [key: string]: unknown } };
  const targets = Object.entries(copy).filter(([name]) => name.startsWith('appautoscaling:Target '));
  for (const [, { resourceId, scalableDimension, minCapacity, maxCapacity }] of targets) {
    const [, table, , index] = String(resourceId).split('/');
    const thing = Object.values(copy).find(({ name, hashKey }) => name === table && hashKey !== undefined);
    const indexes = (thing?.globalSecondaryIndexes ?? []) as { [key: string]: unknown }[];
    const scaled = index === undefined ? thing : indexes.find(({ name }) => name === index);
    const key = String(scalableDimension).endsWith('ReadCapacityUnits') ? 'readCapacity' : 'writeCapacity';
    const capacity = Number(scaled?.[key]);
    if (scaled !== undefined && capacity >= Number(minCapacity) && capacity <= Number(maxCapacity))
      scaled[key] = 'scaled';
  }
  return copy;
}
