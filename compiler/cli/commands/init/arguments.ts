// The arguments of `init`.

import { examples, formatOf, JSON_OPTION, type JsonOption, type TextOrJson } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `init`. */
export interface InitArguments {
  readonly name: string | undefined;
  readonly environment?: string;
  readonly suffix?: string;
  readonly region?: string;
  /** The spec that the new one extends, relative to the folder of the specs. */
  readonly extends: string;
  /** Whether to read the variables of the Python program. */
  readonly fromEnvironment?: true;
  readonly force?: true;
  readonly format: TextOrJson;
}

type Options = Omit<InitArguments, 'name' | 'format'> & JsonOption;

/** Declares `init`. */
export const declareInit: Declare<InitArguments> = (command, run) => {
  command
    .description('write the spec of a new environment; on a terminal, ask for missing values')
    .argument('[name]', 'the name of the environment; the file is spec/<name>.yaml')
    .option('--environment <text>', 'the purpose of the environment, such as Development')
    .option('--suffix <text>', 'the suffix of physical names (default: the name)')
    .option('--region <region>', 'the AWS Region (default: the Region of the extended spec)')
    .option('--extends <file>', 'the spec of spec/ to extend', 'system.yaml')
    .option('--from-environment', 'read the settings of the Python program from its environment variables')
    .option('--force', 'replace an existing spec')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'init',
        'init staging --environment Staging',
        'init demo --environment Development --region eu-central-1',
        'init pr1234 --from-environment',
      ),
    )
    .action((name: string | undefined, { json, ...options }: Options) =>
      run({ ...options, name, format: formatOf({ json }) }),
    );
};
