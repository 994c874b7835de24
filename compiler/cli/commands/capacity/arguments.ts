// The arguments of `capacity`.

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

/** The arguments of `capacity`. */
export interface CapacityArguments {
  readonly spec: string;
  /** The weights of routes; absent: those of the spec. */
  readonly mix?: { readonly [route: string]: number };
  /** The rate that the system shall sustain, in requests/s. */
  readonly for?: number;
  readonly format: TextOrJson;
}

type Options = JsonOption & Pick<CapacityArguments, 'mix' | 'for'>;

/** Declares `capacity`. */
export const declareCapacity: Declare<CapacityArguments> = (command, run) => {
  command
    .description(
      'state the largest steady rate of requests that a spec sustains, and the limits in the order in which they are reached',
    )
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(
      new Option(
        '--mix <weights>',
        'the weights of routes, as ROUTE=WEIGHT separated by commas (default: those of traffic)',
      ).argParser(parseMix),
    )
    .addOption(
      new Option('--for <rate>', 'also list the values that sustain this rate, in requests a second').argParser(
        parseRate,
      ),
    )
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'capacity pr1234',
        'capacity production --mix post-payment=60,get-payment=40',
        'capacity spec/production.yaml --for 1000',
      ),
    )
    .action((spec: string, { json, ...options }: Options) => run({ spec, ...options, format: formatOf({ json }) }));
};

function parseMix(text: string): { readonly [route: string]: number } {
  const entries = text.split(',').map((entry): [string, number] => {
    const [, route, weight] = /^\s*([^=\s]+)=(\d+(?:\.\d+)?)\s*$/.exec(entry) ?? [];
    if (route === undefined)
      throw new InvalidArgumentError(`"${entry}" must be ROUTE=WEIGHT, such as post-payment=60.`);
    return [route, Number(weight)];
  });
  if (entries.every(([, weight]) => weight === 0))
    throw new InvalidArgumentError('at least one weight must be above 0.');
  return Object.fromEntries(entries);
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (!(rate > 0 && rate <= 1_000_000))
    throw new InvalidArgumentError('it must be a number above 0, and at most 1,000,000.');
  return rate;
}
