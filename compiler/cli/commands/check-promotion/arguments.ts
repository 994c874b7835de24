// The arguments of `check-promotion`.

import { examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';
import { FORMATS, type Format } from '../../formats/names';

/** The arguments of `check-promotion`. */
export interface CheckPromotionArguments {
  readonly before: string;
  readonly after: string;
  readonly format: Format;
}

/** Declares `check-promotion`. */
export const declareCheckPromotion: Declare<CheckPromotionArguments> = (command, run) => {
  command
    .description('check that an environment is at least as safe as the one that it is promoted from')
    .argument('<spec>', `the environment before the promotion: ${SPEC_ARGUMENT}`)
    .argument('<other>', 'the environment after the promotion, such as production')
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('human'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .addHelpText(
      'after',
      examples('check-promotion staging production', 'check-promotion spec/staging.yaml spec/production.yaml --json'),
    )
    .action((before: string, after: string, { format }: { format: Format }) => run({ before, after, format }));
};
