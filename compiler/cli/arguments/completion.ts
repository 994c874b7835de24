// The arguments of `completion`.

import { type DeclareCommand, examples } from '../command';
import type { Shell } from '../completion';

/** Declares `completion`. */
export const declareCompletion: DeclareCommand = (program, run) => {
  const command = program
    .command('completion')
    .description('print a script that completes commands, options and specs in a shell')
    .addHelpText(
      'after',
      examples(
        'completion bash > ~/.local/share/bash-completion/completions/payment-spec',
        'completion zsh > ~/.zsh/completions/_payment-spec',
        'completion fish > ~/.config/fish/completions/payment-spec.fish',
      ),
    );
  command
    .addArgument(command.createArgument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish'] satisfies Shell[]))
    .action((shell: Shell) => run(async () => (await import('../completion')).runCompletion(shell, program)));
};
