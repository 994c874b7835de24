// The arguments of `init`.

import { type DeclareCommand, examples, JSON_OPTION } from '../command';

interface Options {
  readonly environment?: string;
  readonly suffix?: string;
  readonly region?: string;
  readonly extends: string;
  readonly fromEnvironment?: true;
  readonly force?: true;
  readonly json?: true;
}

/** Declares `init`. */
export const declareInit: DeclareCommand = (program, run) => {
  program
    .command('init')
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
    .action((name: string | undefined, options: Options) =>
      run(async (root) => (await import('../init')).runInit(name, { ...options, root })),
    );
};
