// The arguments of `redrive`.

import {
  examples,
  formatOf,
  JSON_OPTION,
  type JsonOption,
  LOCAL_OPTION,
  Option,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The contents of the queues: failed requests, or deliveries to webhooks that were given up. */
export const CONTENTS = ['requests', 'deliveries'] as const;

/** The arguments of `redrive`. */
export interface RedriveArguments {
  readonly spec: string;
  /** The queue to redrive (default: all). */
  readonly only?: (typeof CONTENTS)[number];
  /** The URL of a local run (default: AWS). */
  readonly local?: string;
  readonly format: TextOrJson;
}

/** Declares `redrive`. */
export const declareRedrive: Declare<RedriveArguments> = (command, run) => {
  command
    .description('replay the failed requests of a deployed system, and send its dead deliveries to webhooks again')
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(new Option('--only <content>', 'redrive only the queue of this content').choices(CONTENTS))
    .option(...LOCAL_OPTION)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'redrive production',
        'redrive production --only deliveries',
        'redrive pr1234 --local http://127.0.0.1:3000',
      ),
    )
    .action((spec: string, { json, ...options }: Omit<RedriveArguments, 'spec' | 'format'> & JsonOption) =>
      run({ spec, ...options, format: formatOf({ json }) }),
    );
};
