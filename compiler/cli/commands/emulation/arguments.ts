// The arguments of `emulation`.

import { examples, formatOf, JSON_OPTION, type JsonOption, type TextOrJson } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `emulation`. */
export interface EmulationArguments {
  readonly format: TextOrJson;
}

/** Declares `emulation`. */
export const declareEmulation: Declare<EmulationArguments> = (command, run) => {
  command
    .description('list the fields of the language that the local run enforces, approximates, or does not have')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('emulation', 'emulation --json'))
    .action((options: JsonOption) => run({ format: formatOf(options) }));
};
