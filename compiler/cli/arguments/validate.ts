// The arguments of `validate`.

import { FORMATS, type Format } from '../../diagnostics/formats/names';
import { type DeclareCommand, examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../command';

/** Declares `validate`. */
export const declareValidate: DeclareCommand = (program, run) => {
  program
    .command('validate')
    .description('check specs: those named, or all of spec/')
    .argument('[specs...]', SPEC_ARGUMENT)
    .addOption(new Option('--format <format>', 'how to print what was found').choices(FORMATS).default('human'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .addHelpText(
      'after',
      examples(
        'validate',
        'validate spec/pr1234.yaml',
        'validate --format sarif > payment-spec.sarif',
        'validate - < spec/pr1234.yaml',
      ),
    )
    .action((specs: string[], { format }: { format: Format }) =>
      run(async (root) => (await import('../validate')).runValidate(specs, { root, format })),
    );
};
