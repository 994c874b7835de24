// The arguments of `explain`.

import { type DeclareCommand, examples, JSON_OPTION } from '../command';

/** Declares `explain`. */
export const declareExplain: DeclareCommand = (program, run) => {
  program
    .command('explain')
    .description('show what a field means, where its value comes from, and what it drives; or what a diagnostic means')
    .argument(
      '<path>',
      'the path of a field, such as api.throttle.rateLimit, in which * stands for any name; or the code or slug of a diagnostic',
    )
    .option('--spec <spec>', 'the spec that its value is looked up in (default: all of spec/)')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'explain api.throttle.rateLimit --spec spec/pr1234.yaml',
        'explain tables.payments.billingMode',
        "explain 'functions.*'",
        'explain ENV3105',
      ),
    )
    .action((path: string, options: { spec?: string; json?: true }) =>
      run(async (root) => (await import('../explain')).runExplain(path, { ...options, root })),
    );
};
