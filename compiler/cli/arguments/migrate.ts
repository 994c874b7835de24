// The arguments of `migrate`.

import { type DeclareCommand, examples, JSON_OPTION } from '../command';

/** Declares `migrate`. */
export const declareMigrate: DeclareCommand = (program, run) => {
  program
    .command('migrate')
    .description('update specs to the latest version of the language: all of spec/, or those named')
    .argument('[files...]', 'the specs; - reads standard input and prints the new text')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('migrate', 'migrate spec/pr1234.yaml'))
    .action((files: string[], options: { json?: true }) =>
      run(async (root) => (await import('../migrate')).runMigrate(files, { ...options, root })),
    );
};
