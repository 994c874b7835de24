// Decides what a deployment of a graph does to a stack that is already deployed.

import type { ResourceGraph } from '../graph/graph';
import { refuseDataLoss } from './data-loss';
import type { DeployedStack } from './deployed';
import { takeOverRenamed } from './identity';
import type { Pass, Transition } from './pass';

/** The passes in order: renamed resources are found before the passes that compare by name. */
const PASSES: readonly Pass[] = [takeOverRenamed, refuseDataLoss];

/** Plans the deployment of a graph over a stack; over a stack that was never deployed, it is the graph itself. */
export function planTransition(graph: ResourceGraph, deployed: DeployedStack): Transition {
  const start: Transition = { graph, aliases: new Map(), refusals: [] };
  return PASSES.reduce((transition, pass) => pass(transition, deployed), start);
}
