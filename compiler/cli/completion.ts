// `completion`: prints a completion script for a shell, generated from the declarations of the commands.

import type { Command } from 'commander';
import { EXIT } from './exit-code';
import type { Completable, CompletableCommand } from './views/completable';
import { renderBash } from './views/completion-bash';
import { renderFish } from './views/completion-fish';
import { renderZsh } from './views/completion-zsh';

/** A shell that has a completion script. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** Prints the script of a shell. Returns the exit code. */
export function runCompletion(shell: Shell, program: Command): number {
  console.log(RENDERERS[shell](program.name(), program.commands.map(describeCommand)));
  return EXIT.ok;
}

const RENDERERS: Readonly<Record<Shell, (program: string, commands: readonly CompletableCommand[]) => string>> = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
};

function describeCommand(command: Command): CompletableCommand {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    description: command.description(),
    options: [
      ...command.options.map(({ long, description, argChoices, flags }) => {
        const value = /[<[]([\w-]+)/.exec(flags)?.[1];
        const follows = value === undefined ? {} : { value: completableOf(value, argChoices) };
        return { flag: long ?? '', description, ...follows };
      }),
      { flag: '--help', description: 'show how the command is used' },
    ],
    ...(argument === undefined ? {} : { argument: completableOf(argument.name(), argument.argChoices) }),
  };
}

/** The completions of a value: its choices, or those that follow from its name in the help. */
function completableOf(name: string, choices: readonly string[] | undefined): Completable {
  if (choices !== undefined) return { words: choices };
  if (['spec', 'other', 'file', 'files', 'specs'].includes(name)) return 'spec';
  return name === 'directory' ? 'folder' : 'anything';
}
