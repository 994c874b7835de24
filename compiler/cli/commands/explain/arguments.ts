// The arguments of `explain`.

import { examples, formatOf, JSON_OPTION, type JsonOption, type TextOrJson } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `explain`. */
export interface ExplainArguments {
  /** A field, or the code or slug of a diagnostic. */
  readonly subject: string;
  /** Absent: all specs of the project that are valid. */
  readonly spec?: string;
  readonly format: TextOrJson;
}

/** Declares `explain`. */
export const declareExplain: Declare<ExplainArguments> = (command, run) => {
  command
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
    .action((subject: string, { spec, json }: JsonOption & { readonly spec?: string }) =>
      run({ subject, spec, format: formatOf({ json }) }),
    );
};
