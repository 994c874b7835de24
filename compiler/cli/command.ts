// The interface that each command implements, and the parts that several commands share.

import type { Command } from 'commander';

export { InvalidArgumentError, Option } from 'commander';

/** Runs the code of a command in the folder of the project and uses its result as the exit code. The code is loaded only then. */
export type Run = (command: (root: string) => number | Promise<number>) => Promise<void>;

/** Declares a command: its name, arguments, options and examples. */
export type DeclareCommand = (program: Command, run: Run) => void;

/** The help text of an argument that names a spec. */
export const SPEC_ARGUMENT =
  'an environment of spec/ (pr1234), a file, either at a revision (main:pr1234, main:spec/pr1234.yaml), or - for standard input';

/** The option `--json` of a command. */
export const JSON_OPTION = ['--json', 'print one JSON value and nothing else on standard output'] as const;

/** Renders the examples below the help of a command, one per line. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  payment-spec ${line}`).join('\n')}`;
}
