// The parts of declarations that several commands share. The only file that imports commander, except for types.

import { InvalidArgumentError } from 'commander';

export { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

/** The help text of an argument that names a spec. */
export const SPEC_ARGUMENT =
  'an environment of spec/ (pr1234), a file, either at a revision (main:pr1234, main:spec/pr1234.yaml), or - for standard input';

/** The option `--json` of a command. */
export const JSON_OPTION = ['--json', 'print one JSON value and nothing else on standard output'] as const;

/** The format of a command that prints text, or JSON with `--json`. */
export type TextOrJson = 'text' | 'json';

/** The values of an option `--json`. */
export interface JsonOption {
  readonly json?: true;
}

/** The format that the option `--json` chooses. */
export function formatOf({ json }: JsonOption): TextOrJson {
  return json ? 'json' : 'text';
}

/** Renders the examples below the help of a command, one per line. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  payment-spec ${line}`).join('\n')}`;
}

/** The option that chooses a local run instead of AWS. */
export const LOCAL_OPTION = [
  '--local <url>',
  'the URL of a local run, such as http://127.0.0.1:3000 (default: AWS, with the credentials of the AWS CLI)',
  parseUrl,
] as const;

function parseUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new InvalidArgumentError('a URL that starts with http:// or https:// is expected.');
  return text;
}
