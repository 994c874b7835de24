// The types of a pass over a transition and of its results.

import type { ResourceGraph } from '../../graph/graph';
import type { NodeId } from '../../graph/value';
import type { PathStep } from '../../source/spec-node';
import type { DeployedStack } from './deployed';

/** A change that must not be deployed over the deployed stack. */
export interface Refusal {
  /** The path of the part of the spec, such as `tables`, `payments`. */
  readonly part: readonly PathStep[];
  /** The location of the part, such as `spec/system.yaml:42:3`; if it is no longer in the spec, the spec's start. */
  readonly place: string;
  /** The logical name of the deployed resource. */
  readonly name: string;
  /** The consequence or cause, as a clause. */
  readonly reason: string;
  /** The alternative, as an imperative. */
  readonly fix: string;
}

/** The effect of deploying a graph over a deployed stack. */
export interface Transition {
  /** The graph to deploy, including inputs that depend on the deployed stack. */
  readonly graph: ResourceGraph;
  /** The URNs of deployed resources that have another name in the spec, by the id of the node that takes each over. */
  readonly aliases: ReadonlyMap<NodeId, readonly string[]>;
  readonly refusals: readonly Refusal[];
}

/** A step of planning a transition. Pure; it changes or adds to the results of earlier passes. */
export type Pass = (transition: Transition, deployed: DeployedStack) => Transition;
