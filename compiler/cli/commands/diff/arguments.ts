// The arguments of `diff`.

import { CHANGE_CLASSES, type ChangeClass, classOfWord, wordOf } from '../../../diff/classes/change-class';
import {
  examples,
  formatOf,
  InvalidArgumentError,
  JSON_OPTION,
  type JsonOption,
  Option,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** A format of `diff`. */
export type DiffFormat = TextOrJson | 'markdown';

/** The arguments of `diff`. */
export interface DiffArguments extends Revisions {
  readonly spec: string | undefined;
  readonly other: string | undefined;
  /** Whether the specs that are staged for the next commit are compared with HEAD. */
  readonly staged?: true;
  /** Whether the names and waivers of two different environments are also compared. */
  readonly names?: true;
  /** The classes of change that cause exit code 12. */
  readonly failOn?: readonly ChangeClass[];
  /** Whether a difference causes exit code 10 or 11. */
  readonly exitCode?: true;
  readonly format: DiffFormat;
}

/** The revisions to compare. */
export interface Revisions {
  /** The default is HEAD. */
  readonly from?: string;
  /** The default is the working tree. */
  readonly to?: string;
}

type Options = Omit<DiffArguments, 'spec' | 'other' | 'format'> & JsonOption & { readonly markdown?: true };

/** Declares `diff`. */
export const declareDiff: Declare<DiffArguments> = (command, run) => {
  command
    .description('compare two specs, or two revisions of one, and show what a deployment would do')
    .argument('[spec]', SPEC_ARGUMENT)
    .argument('[other]', 'the spec to compare with; without it, two revisions of the first spec are compared')
    .option('--from <revision>', 'the older revision of git (default: HEAD)')
    .option('--to <revision>', 'the newer revision of git (default: the working tree)')
    .addOption(
      new Option('--staged', 'compare all specs that are staged for the next commit with HEAD').conflicts([
        'from',
        'to',
      ]),
    )
    .option('--names', 'also compare the names, Regions and waivers of two different environments')
    .addOption(
      new Option('--fail-on <classes>', 'exit with 12 if the change has one of these classes, separated by commas')
        .choices(CHANGE_CLASSES.map(wordOf))
        .argParser(parseClasses),
    )
    .option('--exit-code', 'exit with 10 if resources or values differ, with 11 if data would be lost')
    .option(...JSON_OPTION)
    .addOption(new Option('--markdown', 'print Markdown, for a comment on a pull request').conflicts('json'))
    .addHelpText(
      'after',
      examples(
        'diff pr1234',
        'diff spec/pr1234.yaml --from main --exit-code',
        'diff pr1234 production',
        'diff pr1234 --from main --fail-on data-loss,data-hidden,unreachable',
        'diff --staged --fail-on data-loss',
        'diff v1:spec/production.yaml v2:spec/production.yaml --markdown',
      ),
    )
    .action((spec: string | undefined, other: string | undefined, { json, markdown, ...options }: Options) =>
      run({ ...options, spec, other, format: markdown ? 'markdown' : formatOf({ json }) }),
    );
};

function parseClasses(text: string): ChangeClass[] {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => classOfWord(word) === undefined);
  if (unknown === undefined) return words.flatMap((word) => classOfWord(word) ?? []);
  const known = CHANGE_CLASSES.map(wordOf).join(', ');
  throw new InvalidArgumentError(`unknown class "${unknown}"; the classes are ${known}.`);
}
