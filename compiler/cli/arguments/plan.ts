// The arguments of `plan`.

import { type DeclareCommand, examples, JSON_OPTION, SPEC_ARGUMENT } from '../command';

/** Declares `plan`. */
export const declarePlan: DeclareCommand = (program, run) => {
  program
    .command('plan')
    .description('list the resources that a spec compiles to, without AWS')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--details', 'also print the inputs of each resource')
    .option('--resolved', 'print all values of the spec instead, each with its origin, as a spec in YAML')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'plan spec/pr1234.yaml',
        'plan spec/pr1234.yaml --details',
        'plan spec/pr1234.yaml --resolved > resolved.yaml',
        'plan main:spec/production.yaml --json',
      ),
    )
    .action((spec: string, options: { details?: true; resolved?: true; json?: true }) =>
      run(async (root) => (await import('../plan')).runPlan(spec, { ...options, root })),
    );
};
