// The arguments of `deploy-policy`.

import { type DeclareCommand, examples, InvalidArgumentError, SPEC_ARGUMENT } from '../command';

/** Declares `deploy-policy`. */
export const declareDeployPolicy: DeclareCommand = (program, run) => {
  program
    .command('deploy-policy')
    .description('print the IAM policies that deploying specs takes, for just their resources, as JSON')
    .argument('<specs...>', SPEC_ARGUMENT)
    .option('--account <id>', 'the AWS account; without it the one that the spec allows, else any', parseAccount)
    .option(
      '--trust <workflow>',
      "print the trust policy for a workflow of GitHub as well: OWNER/REPO, in the environment of the spec's name, or with :environment:NAME, :branch:NAME or :pull_request",
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
  if (!/^[0-9]{12}$/.test(text)) throw new InvalidArgumentError('it must be 12 digits');
  return text;
}
