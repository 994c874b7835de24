// Refuses to remove all indexes of a table at once.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * The provider ignores an absent list of indexes (global_secondary_index is Optional and Computed since 6.29;
 * hashicorp/terraform-provider-aws#47490): the indexes would remain, be billed, and no longer be scaled.
 */
export function refuseToDropAllIndexes(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { name = '', globalSecondaryIndexes = [] } = tableOutputs(outputs);
    if (globalSecondaryIndexes.length === 0 || node.inputs.globalSecondaryIndexes !== undefined) return {};
    const names = globalSecondaryIndexes.map((index) => index.name).sort();
    const reason = `the provider cannot delete the last indexes of a table (${names.join(', ')})`;
    const commands = names.map((index) => {
      const updates = JSON.stringify([{ Delete: { IndexName: index } }]);
      return `aws dynamodb update-table --table-name ${name} --global-secondary-index-updates '${updates}'`;
    });
    const fix = `delete them one at a time: ${commands.join(' ; ')} ; then run pulumi refresh and deploy`;
    return { refusals: [refusalOf(node, 'indexes', { reason, fix })] };
  });
}
