// The arguments of `drill`.

import {
  examples,
  formatOf,
  JSON_OPTION,
  type JsonOption,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `drill`. */
export interface DrillArguments {
  readonly spec: string;
  readonly format: TextOrJson;
}

/** Declares `drill`. */
export const declareDrill: Declare<DrillArguments> = (command, run) => {
  command
    .description('try each alarm of a spec on sample values, offline: it must fire on some and stay quiet on others')
    .argument('<spec>', SPEC_ARGUMENT)
    .option(...JSON_OPTION)
    .addHelpText('after', examples('drill spec/production.yaml', 'drill spec/pr1234.yaml --json'))
    .action((spec: string, options: JsonOption) => run({ spec, format: formatOf(options) }));
};
