// The arguments of `completion`.

import type { Command } from 'commander';
import { examples } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** A shell that has a completion script. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** The arguments of `completion`. */
export interface CompletionArguments {
  readonly format: Shell;
  /** The program whose commands, options and arguments the script completes. */
  readonly program: Command;
}

/** Declares `completion`. */
export const declareCompletion: Declare<CompletionArguments> = (command, run) => {
  command
    .description('print a script that completes commands, options and specs in a shell')
    .addHelpText(
      'after',
      examples(
        'completion bash > ~/.local/share/bash-completion/completions/payment-spec',
        'completion zsh > ~/.zsh/completions/_payment-spec',
        'completion fish > ~/.config/fish/completions/payment-spec.fish',
      ),
    )
    .addArgument(command.createArgument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish'] satisfies Shell[]))
    .action((format: Shell) => run({ format, program: command.parent ?? command }));
};
