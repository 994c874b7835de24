// The arguments of `validate`.

import { examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';
import { FORMATS, type Format } from '../../formats/names';

/** The arguments of `validate`. */
export interface ValidateArguments {
  /** Empty: all specs of the project. */
  readonly specs: readonly string[];
  readonly format: Format;
  /** A stack export or a revision of git that the spec would be deployed over. */
  readonly against?: string;
}

/** Declares `validate`. */
export const declareValidate: Declare<ValidateArguments> = (command, run) => {
  command
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
    .action((specs: string[], { format, against }: { format: Format; against?: string }) =>
      run({ specs, format, against }),
    );
};
