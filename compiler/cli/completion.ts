// `completion`: the script that completes this command line in a shell, made of what the commands declare.

import type { Command } from 'commander';
import type { Shell } from './arguments/completion';
import { EXIT } from './exit-code';
import { renderBash } from './views/completion-bash';
import { renderFish } from './views/completion-fish';
import { renderZsh } from './views/completion-zsh';

/** What may stand in a place: words, a spec, a folder, or anything. */
export type Completable = { readonly words: readonly string[] } | 'spec' | 'folder' | 'anything';

/** An option to complete. */
export interface CompletableOption {
  /** With its dashes. */
  readonly flag: string;
  readonly description: string;
  /** What may follow; absent: nothing does. */
  readonly value?: Completable;
}

/** A command to complete. */
export interface CompletableCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** What its arguments may be. */
  readonly argument?: Completable;
}

/** Prints the script of a shell; gives the exit code. */
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

/** What may stand for a value, by its choices, or by what help calls it. */
function completableOf(name: string, choices: readonly string[] | undefined): Completable {
  if (choices !== undefined) return { words: choices };
  if (['spec', 'other', 'file', 'files', 'specs'].includes(name)) return 'spec';
  return name === 'directory' ? 'folder' : 'anything';
}
