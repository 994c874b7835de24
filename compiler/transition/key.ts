// Refuses to leave data on an encryption key that the stack is about to delete or no longer names.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * To the provider, an absent key ARN of a table is no change (kms_key_arn is Optional and Computed in
 * internal/service/dynamodb/table.go), so a table that moves from a customer key to the key of AWS would stay on the customer
 * key and become inaccessible when that key goes. Without encryption by KMS there is no ARN to keep.
 */
export function refuseTableOnOldKey(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { enabled, kmsKeyArn } = tableOutputs(outputs).serverSideEncryption ?? {};
    const wanted = node.inputs.serverSideEncryption;
    if (enabled !== true || !kmsKeyArn || wanted?.enabled !== true || wanted.kmsKeyArn !== undefined) return {};
    const reason = `it would stay encrypted with ${kmsKeyArn}, and lose its data if that key is deleted`;
    const wayOut = 'set encryption.key: SERVICE_OWNED and deploy; then set AWS_MANAGED and deploy again';
    return { refusals: [{ part: node.origin.path, place: node.origin.place, name: node.name, reason, wayOut }] };
  });
}

/**
 * A vault never changes its key, and its recovery points are encrypted by it (kms_key_arn is Optional, Computed and ForceNew in
 * internal/service/backup/vault.go). A vault that stays therefore needs a deployed key that goes.
 */
export function refuseVaultWithoutKey(transition: Transition, deployed: DeployedStack): Transition {
  const ids = new Set(transition.graph.resources.map(({ id }) => id));
  const going = new Set(
    deployed.resources
      .filter((resource) => resource.type === 'aws:kms/key:Key' && !ids.has(`${resource.type}::${resource.name}`))
      .map(({ outputs }) => outputs.arn),
  );
  return reviseKind(transition, deployed, 'aws:backup/vault:Vault', (node, { kmsKeyArn }) => {
    if (!going.has(kmsKeyArn) || node.inputs.kmsKeyArn !== undefined) return {};
    const reason = 'its recovery points are encrypted with the key of the environment, which would be deleted';
    const wayOut =
      'keep encryption.key: CUSTOMER_MANAGED while there are recovery points; or delete them, remove backup and deploy, then change the key';
    return { refusals: [{ part: node.origin.path, place: node.origin.place, name: node.name, reason, wayOut }] };
  });
}
