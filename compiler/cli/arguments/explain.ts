// The arguments of `explain`.

import { type DeclareCommand, examples, JSON_OPTION } from '../command';

/** Declares `explain`. */
export const declareExplain: DeclareCommand = (program, run) => {
  program
    .command('explain')
    .description(
      'explain a field: its meaning, where its value comes from and what it changes; or explain a diagnostic',
    )
    .argument(
      '<path>',
      'the path of a field, such as api.throttle.rateLimit (* matches any name), or the code or slug of a diagnostic',
    )
    .option('--spec <spec>', 'the spec to look the value up in (default: all of spec/)')
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
