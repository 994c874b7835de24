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
  /** Whether the alarms are judged by the standard incidents in place of sample values. */
  readonly incidents?: true;
  readonly format: TextOrJson;
}

type Options = Pick<DrillArguments, 'incidents'> & JsonOption;

/** Declares `drill`. */
export const declareDrill: Declare<DrillArguments> = (command, run) => {
  command
    .description('try each alarm of a spec on sample values, offline: it must fire on some and stay quiet on others')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--incidents', 'judge the alarms by a normal day and by standard incidents, on the traffic of the spec')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples('drill spec/production.yaml', 'drill production --incidents', 'drill spec/pr1234.yaml --json'),
    )
    .action((spec: string, { json, ...options }: Options) => run({ ...options, spec, format: formatOf({ json }) }));
};
