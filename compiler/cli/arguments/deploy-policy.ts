// The arguments of `deploy-policy`.

import { type DeclareCommand, examples, InvalidArgumentError, SPEC_ARGUMENT } from '../command';

/** Declares `deploy-policy`. */
export const declareDeployPolicy: DeclareCommand = (program, run) => {
  program
    .command('deploy-policy')
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
    .action((specs: string[], options: { account?: string; trust?: string }) =>
      run(async (root) => (await import('../deploy-policy')).runDeployPolicy(specs, { ...options, root })),
    );
};

function parseAccount(text: string): string {
  if (!/^[0-9]{12}$/.test(text)) throw new InvalidArgumentError('an account id has 12 digits');
  return text;
}
