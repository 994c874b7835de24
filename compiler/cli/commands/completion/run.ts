// Describes the commands of the program from their declarations.

import type { Command } from 'commander';
import type { Run } from '../../command/parts';
import type { CompletionArguments } from './arguments';
import type { Completable, CompletableCommand, CompletableProgram } from './completable';

/** Describes the program. */
export const run: Run<CompletionArguments, CompletableProgram> = ({ program }) => ({
  result: { name: program.name(), commands: program.commands.map(describeCommand) },
});

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

/** The completions of a value: its choices, or completions for the name of the value in the help. */
function completableOf(name: string, choices: readonly string[] | undefined): Completable {
  if (choices !== undefined) return { words: choices };
  if (['spec', 'other', 'file', 'specs'].includes(name)) return 'spec';
  return name === 'directory' ? 'folder' : 'anything';
}
