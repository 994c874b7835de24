// The arguments of `diff`.

import { CHANGE_CLASSES, type ChangeClass, classOfWord, wordOf } from '../../changes/change-class';
import { type DeclareCommand, examples, InvalidArgumentError, JSON_OPTION, Option, SPEC_ARGUMENT } from '../command';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly staged?: true;
  readonly names?: true;
  readonly failOn?: readonly ChangeClass[];
  readonly exitCode?: true;
  readonly json?: true;
  readonly markdown?: true;
}

/** Declares `diff`. */
export const declareDiff: DeclareCommand = (program, run) => {
  program
    .command('diff')
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
    .action((spec: string | undefined, other: string | undefined, options: Options) =>
      run(async (root) => (await import('../diff')).runDiff(spec, other, { ...options, root })),
    );
};

function parseClasses(text: string): ChangeClass[] {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => classOfWord(word) === undefined);
  if (unknown === undefined) return words.flatMap((word) => classOfWord(word) ?? []);
  const known = CHANGE_CLASSES.map(wordOf).join(', ');
  throw new InvalidArgumentError(`unknown class "${unknown}"; the classes are ${known}.`);
}
