// The arguments of `validate`.

import { FORMATS, type Format } from '../../diagnostics/formats/names';
import { type DeclareCommand, examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../command';

/** Declares `validate`. */
export const declareValidate: DeclareCommand = (program, run) => {
  program
    .command('validate')
    .description('validate all environments of spec/, or those named')
    .argument('[specs...]', SPEC_ARGUMENT)
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('human'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .option(
      '--against <stack>',
      'also report changes that cannot be deployed over a stack export, or over the spec at a revision of git',
    )
    .addHelpText(
      'after',
      examples(
        'validate',
        'validate spec/pr1234.yaml',
        'validate --format sarif > payment-spec.sarif',
        'validate spec/pr1234.yaml --against stack.json',
        'validate spec/pr1234.yaml --against main',
        'validate - < spec/pr1234.yaml',
      ),
    )
    .action((specs: string[], options: { format: Format; against?: string }) =>
      run(async (root) => (await import('../validate')).runValidate(specs, { root, ...options })),
    );
};
