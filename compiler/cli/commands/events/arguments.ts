// The arguments of `events`.

import {
  examples,
  formatOf,
  InvalidArgumentError,
  JSON_OPTION,
  type JsonOption,
  LOCAL_OPTION,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';

interface CommonArguments {
  readonly spec: string;
  /** The URL of a local run (default: AWS). */
  readonly local?: string;
  readonly format: TextOrJson;
}

/** The arguments of `events replay`: a payment, or the time at which payments were stored. */
export interface ReplayArguments extends CommonArguments {
  readonly action: 'replay';
  readonly payment?: string;
  /** Times in ISO 8601; `to` is excluded and absent for the current time. */
  readonly from?: string;
  readonly to?: string;
}

/** The arguments of `events enable`. */
export interface EnableArguments extends CommonArguments {
  readonly action: 'enable';
  readonly webhook: string;
}

/** The arguments of `events`. */
export type EventsArguments = ReplayArguments | EnableArguments;

/** Declares `events`. */
export const declareEvents: Declare<EventsArguments> = (command, run) => {
  command
    .description('send events of payments again, or enable a disabled webhook, on a deployed system')
    .addHelpText('after', examples(...REPLAY_EXAMPLES, ...ENABLE_EXAMPLES));
  command
    .command('replay')
    .description('send the events of a payment, or of the payments of a time, to the webhooks again')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--payment <id>', 'the payment whose events are sent')
    .option('--from <time>', 'send the events of the payments that were stored from this time (UTC)', parseTime)
    .option('--to <time>', 'and before this time (default: now)', parseTime)
    .option(...LOCAL_OPTION)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(...REPLAY_EXAMPLES))
    .action((spec: string, { json, ...options }: Omit<ReplayArguments, 'action' | 'spec' | 'format'> & JsonOption) =>
      run({ action: 'replay', spec, ...options, format: formatOf({ json }) }),
    );
  command
    .command('enable')
    .description('enable a webhook that was disabled because all attempts failed, or that answered 410')
    .argument('<spec>', SPEC_ARGUMENT)
    .argument('<webhook>', 'the name of the webhook in payment.webhooks')
    .option(...LOCAL_OPTION)
    .option(...JSON_OPTION)
    .addHelpText('after', examples(...ENABLE_EXAMPLES))
    .action((spec: string, webhook: string, { json, local }: Pick<CommonArguments, 'local'> & JsonOption) =>
      run({ action: 'enable', spec, webhook, ...(local !== undefined && { local }), format: formatOf({ json }) }),
    );
};

const REPLAY_EXAMPLES = [
  'events replay production --payment pay-1',
  'events replay production --from 2026-11-30T10:00 --to 2026-11-30T12:00',
  'events replay pr1234 --from 2026-11-30 --local http://127.0.0.1:3000',
];

const ENABLE_EXAMPLES = ['events enable production merchant'];

/** A date, or a time with an optional zone. */
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Parses a time as UTC unless it has a zone. */
function parseTime(text: string): string {
  const hasZone = /T.*(Z|[+-]\d{2}:\d{2})$/.test(text);
  const time = TIME.test(text) ? Date.parse(text.includes('T') && !hasZone ? `${text}Z` : text) : Number.NaN;
  if (Number.isNaN(time))
    throw new InvalidArgumentError('a date or time is expected, such as 2026-11-30 or 2026-11-30T10:00.');
  return new Date(time).toISOString();
}
