// The arguments of `check-promotion`.

import { FORMATS, type Format } from '../../diagnostics/formats/names';
import { type DeclareCommand, examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../command';

/** Declares `check-promotion`. */
export const declareCheckPromotion: DeclareCommand = (program, run) => {
  program
    .command('check-promotion')
    .description('check that an environment is at least as safe as the one that it is promoted from')
    .argument('<spec>', `the environment before the promotion: ${SPEC_ARGUMENT}`)
    .argument('<other>', 'the environment after the promotion, such as production')
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('human'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .addHelpText(
      'after',
      examples('check-promotion staging production', 'check-promotion spec/staging.yaml spec/production.yaml --json'),
    )
    .action((spec: string, other: string, { format }: { format: Format }) =>
      run(async (root) => (await import('../check-promotion')).runCheckPromotion(spec, other, { root, format })),
    );
};
