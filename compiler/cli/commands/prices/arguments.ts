// The arguments of `prices`.

import { examples, formatOf, JSON_OPTION, type JsonOption, type TextOrJson } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `prices`. */
export interface PricesArguments {
  /** Absent: all Regions with prices. */
  readonly region?: string;
  readonly format: TextOrJson;
}

/** Declares `prices`. */
export const declarePrices: Declare<PricesArguments> = (command, run) => {
  command
    .description('list the prices of AWS that cost uses, with their sources and dates')
    .option('--region <region>', 'only the prices of this Region')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('prices', 'prices --region eu-west-1', 'prices --json'))
    .action(({ json, ...options }: JsonOption & { region?: string }) =>
      run({ ...options, format: formatOf({ json }) }),
    );
};
