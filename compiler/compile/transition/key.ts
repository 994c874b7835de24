// Refuses changes that leave data on an encryption key that would be deleted or is no longer in the spec.

import { type DeployedStack, idOf } from './deployed';
import type { Transition } from './pass';
import { reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * The provider ignores an absent key ARN of a table (kms_key_arn is Optional and Computed in internal/service/dynamodb/table.go),
 * so a table that changes from a customer managed key to an AWS managed key would keep the old key and become inaccessible when
 * that key is deleted. Without KMS encryption, the table does not have an ARN to keep.
 */
export function refuseTableOnOldKey(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { enabled, kmsKeyArn } = tableOutputs(outputs).serverSideEncryption ?? {};
    const next = node.inputs.serverSideEncryption;
    if (enabled !== true || !kmsKeyArn || next?.enabled !== true || next.kmsKeyArn !== undefined) return {};
    const reason = `it would stay encrypted with ${kmsKeyArn}, and lose its data if that key is deleted`;
    const fix = 'set encryption.key: SERVICE_OWNED and deploy; then set AWS_MANAGED and deploy again';
    return { refusals: [{ part: node.origin.steps, place: node.origin.place, name: node.name, reason, fix }] };
  });
}

/**
 * A vault cannot change its key, which encrypts its recovery points (kms_key_arn is Optional, Computed and ForceNew in
 * internal/service/backup/vault.go). A kept vault therefore needs its deployed key.
 */
export function refuseVaultWithoutKey(transition: Transition, deployed: DeployedStack): Transition {
  const ids = new Set(transition.graph.resources.map(({ id }) => id));
  const deletedKeys = new Set(
    deployed.resources
      .filter((resource) => resource.type === 'aws:kms/key:Key' && !ids.has(idOf(resource)))
      .map(({ outputs }) => outputs.arn),
  );
  return reviseKind(transition, deployed, 'aws:backup/vault:Vault', (node, { kmsKeyArn }) => {
    if (!deletedKeys.has(kmsKeyArn) || node.inputs.kmsKeyArn !== undefined) return {};
    const reason = 'its recovery points are encrypted with the key of the environment, which would be deleted';
    const fix =
      'keep encryption.key: CUSTOMER_MANAGED while there are recovery points; or delete them, remove backup and deploy, then change the key';
    return { refusals: [{ part: node.origin.steps, place: node.origin.place, name: node.name, reason, fix }] };
  });
}
