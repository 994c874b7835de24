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
    .description('write the spec of a new environment; on a terminal, what is not given is asked for')
    .argument('[name]', 'the name of the environment: spec/<name>.yaml is written')
    .option('--environment <text>', 'what it is for, such as Development')
    .option('--suffix <text>', 'what tells it from others of its kind (default: its name)')
    .option('--region <region>', 'the AWS Region (default: as in the spec that it extends)')
    .option('--extends <file>', 'the spec of spec/ that it extends', 'system.yaml')
    .option('--from-environment', 'take over the settings of the Python program from its environment variables')
    .option('--force', 'write over a spec that is there')
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
