// The arguments of `cost`.

import { examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The values of `--format`. */
const COST_FORMATS = ['text', 'json', 'markdown', 'csv', 'html'] as const;

/** The name of a format. */
export type CostFormat = (typeof COST_FORMATS)[number];

/** The arguments of `cost`. */
export interface CostArguments {
  readonly spec: string;
  /** Whether to subtract the allowances of the free tier. */
  readonly freeTier?: true;
  readonly format: CostFormat;
}

/** Declares `cost`. */
export const declareCost: Declare<CostArguments> = (command, run) => {
  command
    .description('estimate the monthly cost of a spec: without traffic, with its expected traffic, and at its limits')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--free-tier', 'subtract the free allowances, which AWS grants once to each account')
    .addOption(new Option('--format <format>', 'output format').choices(COST_FORMATS).default('text'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .addHelpText(
      'after',
      examples(
        'cost pr1234',
        'cost spec/production.yaml --free-tier',
        'cost main:production --format csv > cost.csv',
        'cost pr1234 --format html > cost.html',
      ),
    )
    .action((spec: string, options: { freeTier?: true; format: CostFormat }) =>
      run({ spec, freeTier: options.freeTier, format: options.format }),
    );
};
