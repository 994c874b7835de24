// Removes copies of a table in the order that DynamoDB accepts.

import type { ResourceNode } from '../graph/graph';
import type { DeployedStack } from './deployed';
import type { Refusal, Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { type ReplicaOutputs, type TableOutputs, tableOutputs } from './table-outputs';

type Table = 'aws:dynamodb/table:Table';

/**
 * Keeps the stream while copies are deployed: the provider changes the stream before the copies, and DynamoDB answers
 * "Disabling Stream is not allowed for a Global Table replica" (hashicorp/terraform-provider-aws#34450). The next deployment
 * switches the stream off. Refuses to remove a copy with deletion protection, and to change the key of one.
 */
export function removeReplicas(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind<Table>(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const table = tableOutputs(outputs);
    return { inputs: streamOf(node, table), refusals: refusalsOf(node, table.replicas ?? []) };
  });
}

function streamOf({ inputs }: ResourceNode<Table>, { streamEnabled, streamViewType, replicas = [] }: TableOutputs) {
  if (streamEnabled !== true || inputs.streamEnabled !== undefined || replicas.length === 0) return {};
  return { streamEnabled: true, streamViewType: streamViewType || 'NEW_AND_OLD_IMAGES' };
}

function refusalsOf(node: ResourceNode<Table>, replicas: readonly ReplicaOutputs[]): Refusal[] {
  const wanted = new Map((node.inputs.replicas ?? []).map((replica) => [String(replica.regionName), replica]));
  return replicas.flatMap(({ regionName, kmsKeyArn, deletionProtectionEnabled }) => {
    const replica = wanted.get(regionName);
    const refuse = (reason: string, wayOut: string) => [refusalOf(node, `replicas.${regionName}`, { reason, wayOut })];
    if (replica === undefined) {
      if (deletionProtectionEnabled !== true) return [];
      const reason = `DynamoDB does not remove the replica in ${regionName} while it has deletion protection`;
      return refuse(reason, 'keep the replica, set deletionProtection: false and deploy; then remove the replica');
    }
    // To the provider, an absent key is no change: the copy would stay on its old key.
    if (!kmsKeyArn || replica.kmsKeyArn !== undefined) return [];
    const reason = `the replica in ${regionName} would stay encrypted with ${kmsKeyArn}`;
    return refuse(reason, 'remove the replica and deploy; then change the key and add the replica again');
  });
}
