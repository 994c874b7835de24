// The arguments of `plan`.

import { type DeclareCommand, examples, JSON_OPTION, SPEC_ARGUMENT } from '../command';

/** Declares `plan`. */
export const declarePlan: DeclareCommand = (program, run) => {
  program
    .command('plan')
    .description('show what a spec compiles to, without AWS')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--details', 'with the inputs of each resource')
    .option('--resolved', 'instead, the spec with all its values, each with its origin: a spec again, in YAML')
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
