// Removes replicas of a table in the order that DynamoDB accepts.

import type { ResourceNode } from '../../graph/graph';
import type { DeployedStack } from './deployed';
import type { Refusal, Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { type ReplicaOutputs, type TableOutputs, tableOutputs } from './table-outputs';

type Table = 'aws:dynamodb/table:Table';

/**
 * Keeps the stream while replicas are deployed: the provider changes the stream first, and DynamoDB responds "Disabling Stream is not
 * allowed for a Global Table replica" (hashicorp/terraform-provider-aws#34450). The next deployment disables the stream.
 * Refuses to remove a replica with deletion protection, and to change the key of a replica.
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
  const next = new Map((node.inputs.replicas ?? []).map((replica) => [String(replica.regionName), replica]));
  return replicas.flatMap(({ regionName, kmsKeyArn, deletionProtectionEnabled }) => {
    const replica = next.get(regionName);
    const refuse = (reason: string, fix: string) => [refusalOf(node, ['replicas', regionName], { reason, fix })];
    if (replica === undefined) {
      if (deletionProtectionEnabled !== true) return [];
      const reason = `DynamoDB cannot remove the replica in ${regionName} while it has deletion protection`;
      return refuse(reason, 'keep the replica, set deletionProtection: false and deploy; then remove the replica');
    }
    // The provider ignores an absent key: the replica would keep its old key.
    if (!kmsKeyArn || replica.kmsKeyArn !== undefined) return [];
    const reason = `the replica in ${regionName} would stay encrypted with ${kmsKeyArn}`;
    return refuse(reason, 'remove the replica and deploy; then change the key and add the replica again');
  });
}
