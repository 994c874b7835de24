// Specs and deployed stacks for tests of a deployment over another.

import { type DeployedStack, deployedFromGraph, type Outputs } from '../../../../compiler/compile/transition/deployed';
import type { Transition } from '../../../../compiler/compile/transition/pass';
import { planTransition } from '../../../../compiler/compile/transition/transition';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import type { Kind } from '../../../../compiler/graph/kind';
import { formatPath } from '../../../../compiler/source/spec-node';
import { graphOf } from '../../../spec';

const BASE = `
project: p
environment: e
suffix: s
region: us-east-1
monitoring: { generatedAlarms: false, dashboard: false }
permissionsBoundary: NONE
naming: { pattern: "p-{{ name }}" }
`;

/** The graph of a small spec with additional sections; `encryption` is SERVICE_OWNED unless the text sets it. */
export function graphWith(text: string): ResourceGraph {
  const encryption = text.includes('encryption:') ? '' : 'encryption: { key: SERVICE_OWNED }\n';
  return graphOf('s.yaml', { 's.yaml': `${BASE}${encryption}${text}` });
}

/** A graph as a deployed stack, with changed outputs of some resources by logical name. */
export function deployed(graph: ResourceGraph, changed: Readonly<Record<string, Outputs>> = {}): DeployedStack {
  const resources = deployedFromGraph(graph).resources.map((resource) => ({
    ...resource,
    outputs: { ...resource.outputs, ...changed[resource.name] },
  }));
  return { resources };
}

/** Plans the deployment of one spec over another, given their texts. */
export function planOver(before: string, after: string, changed: Readonly<Record<string, Outputs>> = {}): Transition {
  return planTransition(graphWith(after), deployed(graphWith(before), changed));
}

/** The inputs and options of a resource of the planned graph. */
export function planned({ graph }: Transition, kind: Kind, name: string) {
  const node = graph.resources.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (node === undefined) throw new Error(`${kind} ${name} is not in the graph`);
  return { inputs: node.inputs as Readonly<Record<string, unknown>>, ignoreChanges: node.ignoreChanges };
}

/** Each refusal as its part and reason. */
export function refusalsOf({ refusals }: Transition): string[] {
  return refusals.map(({ part, reason }) => `${formatPath(part)}: ${reason}`);
}
