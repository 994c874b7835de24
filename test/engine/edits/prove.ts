// Holds an edit to the property: it ends where a fresh deployment would, or is refused before anything changes.

import type { ResourceGraph } from '../../../compiler/index';
import type { Snapshot } from '../cloud';
import { Rehearsal } from '../rehearsal';

/** What became of an edit: where it was deployed, how the cloud differs from a fresh one, one line for each difference. */
export type Proof = { readonly refused: readonly string[] } | { readonly differences: readonly string[] };

const stacks = new WeakMap<ResourceGraph, Rehearsal>();
const clouds = new WeakMap<ResourceGraph, Snapshot>();

/** A stack that a graph is deployed to, on nothing. */
export function freshStack(graph: ResourceGraph): Rehearsal {
  const known = stacks.get(graph) ?? new Rehearsal();
  if (!stacks.has(graph)) {
    known.up(graph);
    stacks.set(graph, known);
  }
  return known.copy();
}

/** The cloud after a deployment on nothing. */
export function freshCloud(graph: ResourceGraph): Snapshot {
  const cloud = clouds.get(graph) ?? freshStack(graph).cloud.snapshot();
  clouds.set(graph, cloud);
  return cloud;
}

/** Deploys a graph over a stack, and compares the cloud with a fresh one. */
export function prove(stack: Rehearsal, graph: ResourceGraph, fresh: Snapshot): Proof {
  const before = stack.cloud.snapshot();
  try {
    const outcome = stack.up(graph);
    const { damage } = stack.cloud;
    if ('steps' in outcome) return { differences: [...damage, ...compareClouds(stack.cloud.snapshot(), fresh)] };
    const changed = compareClouds(stack.cloud.snapshot(), before).map((line) => `refused, but changed: ${line}`);
    if (changed.length > 0) return { differences: changed };
    return {
      refused: outcome.refusals.map(({ place, part, reason, fix }) => `${place}: ${part}: ${reason}; ${fix}`),
    };
  } catch (problem) {
    return { differences: [`refused half-way: ${(problem as Error).message}`] };
  }
}

/** What stays in the cloud on purpose: the settings of an account and Region are not one environment's to take away. */
const KEPT = ['apigateway:Account '];

/** How two clouds differ, by thing and attribute. */
export function compareClouds(foundCloud: Snapshot, wantedCloud: Snapshot): string[] {
  const [found, wanted] = [foundCloud, wantedCloud].map(comparable) as [Snapshot, Snapshot];
  const names = [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort();
  return names.flatMap((name) => {
    const [has, wants] = [found[name], wanted[name]];
    if (wants === undefined) return KEPT.some((kept) => name.startsWith(kept)) ? [] : [`${name}: is left over`];
    if (has === undefined) return [`${name}: is missing`];
    const keys = [...new Set([...Object.keys(has), ...Object.keys(wants)])].sort();
    return keys.flatMap((key) => {
      const [a, b] = [JSON.stringify(has[key]), JSON.stringify(wants[key])];
      return a === b ? [] : [`${name}: ${key} is ${a}, a fresh deployment has ${b}`];
    });
  });
}

/** A cloud without what means nothing, and with data aside. */
function comparable(cloud: Snapshot): Snapshot {
  const entries = Object.entries(withoutScaled(cloud)).map(([name, thing]) => {
    const { ownershipVerificationCertificateArn: _, ...rest } = thing;
    // API Gateway uses the certificate of ownership for mutual TLS only.
    return [name, thing.mutualTlsAuthentication === undefined ? rest : thing] as const;
  });
  return Object.fromEntries(entries);
}

/** A cloud in which a capacity that autoscaling has moved within its limits is not a number: it is data. */
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
