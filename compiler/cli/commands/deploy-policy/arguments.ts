// The arguments of `deploy-policy`.

import { examples, InvalidArgumentError, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `deploy-policy`. */
export interface DeployPolicyArguments {
  readonly specs: readonly string[];
  readonly account?: string;
  /** The GitHub workflow that may assume the role. */
  readonly trust?: string;
}

/** Declares `deploy-policy`. */
export const declareDeployPolicy: Declare<DeployPolicyArguments> = (command, run) => {
  command
    .description('print the IAM policies that a deployment of specs needs, limited to their resources, as JSON')
    .argument('<specs...>', SPEC_ARGUMENT)
    .option('--account <id>', 'the AWS account (default: the account that the spec allows, or any)', parseAccount)
    .option(
      '--trust <workflow>',
      'also print the trust policy for a GitHub workflow: OWNER/REPO for the environment named like the spec, or OWNER/REPO:environment:NAME, :branch:NAME or :pull_request',
    )
    .addHelpText(
      'after',
      examples(
        'deploy-policy spec/production.yaml',
        'deploy-policy main:spec/production.yaml spec/production.yaml',
        'deploy-policy spec/production.yaml --account 123456789012 --trust bank/payments',
        'deploy-policy spec/pr.yaml --account 123456789012 --trust bank/payments:pull_request',
      ),
    )
    .action((specs: string[], options: Omit<DeployPolicyArguments, 'specs'>) => run({ ...options, specs }));
};

function parseAccount(text: string): string {
  if (!/^[0-9]{12}$/.test(text)) throw new InvalidArgumentError('an account id has 12 digits');
  return text;
}
