// The arguments of `drill`.

import { type DeclareCommand, examples, JSON_OPTION, SPEC_ARGUMENT } from '../command';

/** Declares `drill`. */
export const declareDrill: DeclareCommand = (program, run) => {
  program
    .command('drill')
    .description('try each alarm of a spec on sample values, offline: it must fire on some and stay quiet on others')
    .argument('<spec>', SPEC_ARGUMENT)
    .option(...JSON_OPTION)
    .addHelpText('after', examples('drill spec/production.yaml', 'drill spec/pr1234.yaml --json'))
    .action((spec: string, options: { json?: true }) =>
      run(async (root) => (await import('../drill')).runDrill(spec, { ...options, root })),
    );
};
