// The arguments of `cost`.

import { examples, InvalidArgumentError, JSON_OPTION, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The values of `--format`. */
export const COST_FORMATS = ['text', 'json', 'markdown', 'csv', 'html'] as const;

/** The name of a format. */
export type CostFormat = (typeof COST_FORMATS)[number];

/** The arguments of `cost`. */
export interface CostArguments {
  readonly spec: string;
  /** Whether to subtract the allowances of the free tier. */
  readonly freeTier?: true;
  /** The growth of the traffic, in percent a month. */
  readonly growth?: number;
  /** The number of months of the growth (default: 12). */
  readonly months?: number;
  readonly format: CostFormat;
}

/** Declares `cost`. */
export const declareCost: Declare<CostArguments> = (command, run) => {
  command
    .description('estimate the monthly cost of a spec: without traffic, with its expected traffic, and at its limits')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--free-tier', 'subtract the free allowances, which AWS grants once to each account')
    .addOption(
      new Option(
        '--growth <percent>',
        'also state the expected cost of the next months, with traffic that grows by this share each month',
      ).argParser(parsePercent),
    )
    .addOption(new Option('--months <count>', 'the number of months of --growth (default: 12)').argParser(parseMonths))
    .addOption(new Option('--format <format>', 'output format').choices(COST_FORMATS).default('text'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .addHelpText(
      'after',
      examples(
        'cost pr1234',
        'cost spec/production.yaml --free-tier',
        'cost main:production --format csv > cost.csv',
        'cost pr1234 --format html > cost.html',
        'cost production --growth 10 --months 24',
      ),
    )
    .action((spec: string, options: Omit<CostArguments, 'spec'>) => run({ ...options, spec }));
};

function parsePercent(text: string): number {
  const percent = Number(text);
  if (text.trim() === '' || !(percent >= -99 && percent <= 1000))
    throw new InvalidArgumentError('it must be a number from -99 to 1,000.');
  return percent;
}

/** Each month is estimated on its own, so that many months would take seconds. */
const MOST_MONTHS = 36;

function parseMonths(text: string): number {
  const months = Number(text);
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    throw new InvalidArgumentError(`it must be a whole number from 1 to ${MOST_MONTHS}.`);
  return months;
}
