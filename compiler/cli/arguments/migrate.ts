// The arguments of `migrate`.

import { type DeclareCommand, examples, JSON_OPTION } from '../command';

/** Declares `migrate`. */
export const declareMigrate: DeclareCommand = (program, run) => {
  program
    .command('migrate')
    .description('carry specs over to the latest version of the language: those named, or all of spec/')
    .argument('[files...]', 'the specs; - is standard input, and its new text is printed')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('migrate', 'migrate spec/pr1234.yaml'))
    .action((files: string[], options: { json?: true }) =>
      run(async (root) => (await import('../migrate')).runMigrate(files, { ...options, root })),
    );
};
