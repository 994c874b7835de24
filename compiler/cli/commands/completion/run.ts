// Describes the commands of the program from their declarations.

import type { Command, Option } from 'commander';
import type { Run } from '../../command/parts';
import type { CompletionArguments } from './arguments';
import type { Completable, CompletableCommand, CompletableProgram } from './completable';

/** Describes the program. */
export const run: Run<CompletionArguments, CompletableProgram> = ({ program }) => ({
  result: { name: program.name(), commands: program.commands.map(describeCommand) },
});

/** Describes a command. The words of its subcommands complete its arguments, and it has all their options. */
function describeCommand(command: Command): CompletableCommand {
  const { commands } = command;
  const [argument] = command.registeredArguments;
  const ofCommands = commands.flatMap((one) => one.options.map((option): [string, Option] => [option.flags, option]));
  const options = commands.length === 0 ? command.options : [...new Map(ofCommands).values()];
  return {
    name: command.name(),
    description: command.description(),
    options: [
      ...options.map(({ long, description, argChoices, flags }) => {
        const value = /[<[]([\w-]+)/.exec(flags)?.[1];
        const follows = value === undefined ? {} : { value: completableOf(value, argChoices) };
        return { flag: long ?? '', description, ...follows };
      }),
      { flag: '--help', description: 'show how the command is used' },
    ],
    ...(commands.length > 0 && { argument: { words: commands.map((one) => one.name()) } }),
    ...(argument === undefined ? {} : { argument: completableOf(argument.name(), argument.argChoices) }),
  };
}

/** The completions of a value: its choices, or completions for the name of the value in the help. */
function completableOf(name: string, choices: readonly string[] | undefined): Completable {
  if (choices !== undefined) return { words: choices };
  if (['spec', 'other', 'file', 'specs'].includes(name)) return 'spec';
  return name === 'directory' ? 'folder' : 'anything';
}
