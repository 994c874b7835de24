// Plans the deployment of a graph over a deployed stack.

import type { ResourceGraph } from '../../graph/graph';
import { changeApi } from './api';
import { restoreCacheLifetime } from './cache-lifetime';
import { keepScaledCapacity } from './capacity';
import { refuseDataLoss } from './data-loss';
import type { DeployedStack } from './deployed';
import { refuseToDropOwnership } from './domain';
import { takeOverRenamed } from './identity';
import { refuseToDropAllIndexes } from './indexes';
import { refuseTableOnOldKey, refuseVaultWithoutKey } from './key';
import { refuseKeyTypes } from './key-types';
import type { Pass, Transition } from './pass';
import { refuseOtherRegion } from './region';
import { removeReplicas } from './replicas';
import { changeTimeToLive } from './time-to-live';
import { refuseLostChanges, refuseToKeepDestination } from './triggers';

/** The passes in order. All passes after the first one also compare renamed resources. */
const PASSES: readonly Pass[] = [
  takeOverRenamed,
  refuseOtherRegion,
  keepScaledCapacity,
  changeTimeToLive,
  removeReplicas,
  changeApi,
  restoreCacheLifetime,
  refuseToDropOwnership,
  refuseToDropAllIndexes,
  refuseKeyTypes,
  refuseTableOnOldKey,
  refuseVaultWithoutKey,
  refuseLostChanges,
  refuseToKeepDestination,
  refuseDataLoss,
];

/** Plans the deployment of a graph over a stack; for a stack that was never deployed, the result is the graph itself. */
export function planTransition(graph: ResourceGraph, deployed: DeployedStack): Transition {
  const start: Transition = { graph, aliases: new Map(), refusals: [] };
  return PASSES.reduce((transition, pass) => pass(transition, deployed), start);
}
