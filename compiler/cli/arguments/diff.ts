// The arguments of `diff`.

import { type DeclareCommand, examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../command';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly exitCode?: true;
  readonly json?: true;
  readonly markdown?: true;
}

/** Declares `diff`. */
export const declareDiff: DeclareCommand = (program, run) => {
  program
    .command('diff')
    .description(
      'show what differs between two specs, or between two revisions of one, and what deploying that would do',
    )
    .argument('<spec>', SPEC_ARGUMENT)
    .argument('[other]', 'what the spec becomes; without it, two revisions of the spec are compared')
    .option('--from <revision>', 'the revision of git to compare with (default: HEAD)')
    .option('--to <revision>', 'the revision that it becomes (default: the file as it is)')
    .option('--exit-code', 'exit with 10 where resources or values differ, with 11 where data would be lost')
    .option(...JSON_OPTION)
    .addOption(new Option('--markdown', 'print Markdown, for a comment on a pull request').conflicts('json'))
    .addHelpText(
      'after',
      examples(
        'diff spec/pr1234.yaml',
        'diff spec/pr1234.yaml --from main --exit-code',
        'diff spec/pr1234.yaml spec/production.yaml',
        'diff v1:spec/production.yaml v2:spec/production.yaml --markdown',
      ),
    )
    .action((spec: string, other: string | undefined, options: Options) =>
      run(async (root) => (await import('../diff')).runDiff(spec, other, { ...options, root })),
    );
};
