// The arguments of `simulate`.

import { SHAPES, type Shape, type Stage } from '../../../estimates/traffic/shapes';
import type { RouteWeights } from '../../../estimates/traffic/traffic';
import { examples, InvalidArgumentError, JSON_OPTION, Option, SPEC_ARGUMENT } from '../../command/declaration';
import { parseFault, type WrittenFault } from '../../command/fault-option';
import { MIX_OPTION, parseDuration, parseMix, parseRate, parseStages } from '../../command/load-options';
import type { Declare } from '../../command/parts';

/** The values of `--format`. */
const SIMULATION_FORMATS = ['text', 'json', 'csv', 'html'] as const;

/** The name of a format. */
export type SimulationFormat = (typeof SIMULATION_FORMATS)[number];

/** The options of a load. At most one of `rps`, `stages` and `rates` is present. */
export interface LoadOptions {
  /** The highest rate, in requests/s. */
  readonly rps?: number;
  /** The lowest rate; absent: a tenth of the highest one. */
  readonly base?: number;
  readonly shape: Shape;
  /** The duration in seconds; absent: 10 minutes, or a day of the shape `diurnal`. */
  readonly for?: number;
  readonly stages?: readonly Stage[];
  /** The path of a file with rates. */
  readonly rates?: string;
}

/** The value of an assumption as written. */
export interface WrittenAssumption {
  readonly name: string;
  readonly value: string;
}

/** The arguments of `simulate`. */
export interface SimulateArguments extends LoadOptions {
  readonly spec: string;
  /** The weights of routes; absent: those of the spec. */
  readonly mix?: RouteWeights;
  readonly fault: readonly WrittenFault[];
  /** The greatest number of attempts of a request, and the pause before the first repeat, in seconds. */
  readonly clientAttempts: number;
  readonly clientPause: number;
  readonly assume: readonly WrittenAssumption[];
  readonly format: SimulationFormat;
}

/** Declares `simulate`. */
export const declareSimulate: Declare<SimulateArguments> = (command, run) => {
  command
    .description(
      'simulate a load on a spec second by second, and state which limit gives way first and what prevents it',
    )
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--rps <rate>', 'the highest rate, in requests a second (default: the busiest hour of traffic)', parseRate)
    .option('--for <duration>', 'the duration, such as 90s, 10m, 2h or 1d (default: 10m; 1d if diurnal)', parseDuration)
    .addOption(
      new Option(
        '--shape <shape>',
        'how the rate changes between --base and --rps: step after a quarter of the time, ramp, spike in the middle fifth, or diurnal with the lowest rate at midnight',
      )
        .choices(SHAPES)
        .default('constant'),
    )
    .option('--base <rate>', 'the lowest rate of a shape (default: a tenth of the highest rate)', parseRate)
    .addOption(
      new Option('--stages <list>', 'rates to reach one after another, from 0, such as 2m:100,30s:1000,5m:1000')
        .argParser(parseStages)
        .conflicts(['rps', 'for', 'shape', 'base', 'rates']),
    )
    .addOption(
      new Option(
        '--rates <csv>',
        'a file with the requests of each second: REQUESTS or SECOND,REQUESTS in a line',
      ).conflicts(['rps', 'for', 'shape', 'base']),
    )
    .addOption(new Option(...MIX_OPTION).argParser(parseMix))
    .addOption(
      new Option('--fault <fault>', 'a fault, such as "tables.payments=slow:5x from 2m for 5m"; repeatable')
        .argParser(each(parseFault))
        .default([], 'none'),
    )
    .option('--client-attempts <number>', 'how often clients send a request that fails', parseAttempts, 1)
    .option(
      '--client-pause <duration>',
      'the pause before the first repeat; each further pause is twice as long',
      parseDuration,
      1,
    )
    .addOption(
      new Option('--assume <value>', 'another value of an assumption, such as metricDelaySeconds=60; repeatable')
        .argParser(each(parseAssumption))
        .default([], 'none'),
    )
    .addOption(new Option('--format <format>', 'output format').choices(SIMULATION_FORMATS).default('text'))
    .addOption(new Option(...JSON_OPTION).implies({ format: 'json' }))
    .addHelpText(
      'after',
      examples(
        'simulate pr1234 --rps 500 --for 10m --shape spike',
        'simulate production --stages 2m:100,30s:1000,5m:1000 --client-attempts 3',
        'simulate production --fault "tables.payments=slow:5x from 2m for 5m" --format html > simulation.html',
      ),
    )
    .action((spec: string, { json: _, ...options }: Omit<SimulateArguments, 'spec'> & { json?: true }) =>
      run({ spec, ...options }),
    );
};

/** Collects the parsed values of a repeatable option. */
function each<T>(parse: (text: string) => T): (text: string, before: readonly T[]) => readonly T[] {
  return (text, before) => [...before, parse(text)];
}

/** The greatest number of attempts. */
const MOST_ATTEMPTS = 10;

function parseAttempts(text: string): number {
  const attempts = Number(text);
  if (Number.isInteger(attempts) && attempts >= 1 && attempts <= MOST_ATTEMPTS) return attempts;
  throw new InvalidArgumentError(`attempts are a whole number from 1 to ${MOST_ATTEMPTS}.`);
}

/** Splits `NAME=VALUE`. */
function parseAssumption(text: string): WrittenAssumption {
  const [, name, value] = /^\s*([^\s=]+)=(\S+)\s*$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError(`"${text}" must be NAME=VALUE, such as metricDelaySeconds=60.`);
  return { name, value };
}
