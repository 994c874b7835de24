// The arguments of `validate`.

import { type DeclareCommand, examples } from '../command';

/** Declares `validate`. */
export const declareValidate: DeclareCommand = (program, run) => {
  program
    .command('validate')
    .description('check specs: those named, or all of spec/')
    .argument('[files...]', 'the specs')
    .addHelpText('after', examples('validate', 'validate spec/pr1234.yaml'))
    .action((files: string[]) => run(async (root) => (await import('../validate')).runValidate(files, root)));
};
