// The form of a pass over a transition: one question about what a deployment does to the deployed stack.

import type { ResourceGraph } from '../graph/graph';
import type { NodeId } from '../graph/value';
import type { DeployedStack } from './deployed';

/** A change that must not be deployed over the deployed stack. */
export interface Refusal {
  /** The path of the part of the spec, as `tables.payments`. */
  readonly part: string;
  /** Where the part is written, as `spec/system.yaml:42:3`; for a part that is no longer in the spec, where the spec begins. */
  readonly place: string;
  /** The logical name of the deployed resource. */
  readonly name: string;
  /** What would happen, as a clause. */
  readonly reason: string;
  /** What to do instead, as an imperative. */
  readonly wayOut: string;
}

/** What a deployment of a graph does to a stack that is already deployed. */
export interface Transition {
  /** The graph to deploy: inputs whose right value depends on the deployed stack have it. */
  readonly graph: ResourceGraph;
  /** The URNs of deployed resources that are the same resource under another name, by the id of the node that takes them over. */
  readonly aliases: ReadonlyMap<NodeId, readonly string[]>;
  readonly refusals: readonly Refusal[];
}

/** One question about a transition. Pure; it changes or adds to what earlier passes decided. */
export type Pass = (transition: Transition, deployed: DeployedStack) => Transition;
