// What the declaration of a command is given, and the parts that several of them share.

import type { Command } from 'commander';

export { InvalidArgumentError, Option } from 'commander';

/** Runs a command's own code, which is loaded only then, in the folder of the project; its result is the exit code. */
export type Run = (command: (root: string) => number | Promise<number>) => Promise<void>;

/** Declares a command: its name, arguments, options and examples. */
export type DeclareCommand = (program: Command, run: Run) => void;

/** What stands for the name of a spec in help. */
export const SPEC_ARGUMENT =
  'a file, the name of an environment of spec/, either at a revision (main:spec/pr1234.yaml, main:pr1234), or - for standard input, read as a file of spec/ would be';

/** What `--json` does in each command. */
export const JSON_OPTION = ['--json', 'print one JSON value and nothing else on standard output'] as const;

/** Examples below a command's help, one a line. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  payment-spec ${line}`).join('\n')}`;
}
