// The arguments of `capacity`.

import type { RouteWeights } from '../../../estimates/traffic/traffic';
import {
  examples,
  formatOf,
  JSON_OPTION,
  type JsonOption,
  Option,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import { MIX_OPTION, parseMix, parseRate } from '../../command/load-options';
import type { Declare } from '../../command/parts';

/** The arguments of `capacity`. */
export interface CapacityArguments {
  readonly spec: string;
  /** The weights of routes; absent: those of the spec. */
  readonly mix?: RouteWeights;
  /** The rate that the system shall sustain, in requests/s. */
  readonly for?: number;
  /** The settings to find for the rate. */
  readonly find?: 'minimum';
  readonly format: TextOrJson;
}

type Options = JsonOption & Pick<CapacityArguments, 'mix' | 'for' | 'find'>;

/** Declares `capacity`. */
export const declareCapacity: Declare<CapacityArguments> = (command, run) => {
  command
    .description(
      'state the largest steady rate of requests that a spec sustains, and the limits in the order in which they are reached',
    )
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(new Option(...MIX_OPTION).argParser(parseMix))
    .addOption(
      new Option('--for <rate>', 'also list the values that sustain this rate, in requests a second').argParser(
        parseRate,
      ),
    )
    .addOption(
      new Option(
        '--find <what>',
        'find the cheapest settings that sustain the rate of --for, and verify them by a simulation',
      ).choices(['minimum']),
    )
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'capacity pr1234',
        'capacity production --mix post-payment=60,get-payment=40',
        'capacity spec/production.yaml --for 1000',
        'capacity pr1234 --mix post-payment=1 --for 100 --find minimum',
      ),
    )
    .action((spec: string, { json, ...options }: Options) => run({ spec, ...options, format: formatOf({ json }) }));
};
