// Parses the values of options that state a load: rates, durations, stages, and the mix of routes.

import type { Stage } from '../../estimates/traffic/shapes';
import type { RouteWeights } from '../../estimates/traffic/traffic';
import { InvalidArgumentError } from './declaration';

/** The flags and the help text of the option for the mix of routes. */
export const MIX_OPTION = [
  '--mix <weights>',
  'the weights of routes, as ROUTE=WEIGHT separated by commas (default: those of traffic)',
] as const;

/** Parses weights of routes, such as `post-payment=60,get-payment=40`. */
export function parseMix(text: string): RouteWeights {
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

/** The largest rate, in requests/s. */
export const LARGEST_RATE = 1_000_000;

/** Parses a rate above 0, in requests/s, such as `200` or `200 rps`. */
export function parseRate(text: string): number {
  const rate = Number(text.replace(/\s*(?:rps|(?:requests?)?\/s)$/, ''));
  if (!(rate > 0 && rate <= LARGEST_RATE))
    throw new InvalidArgumentError(
      'it must be a rate in requests a second, such as 200 or 0.5: above 0, and at most 1,000,000.',
    );
  return rate;
}

/** The longest duration: 7 days, in seconds. */
export const LONGEST_SECONDS = 604_800;

const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Parses a duration such as `90s`, `10m`, `2h` or `1d`, in whole seconds from 1 second to 7 days. */
export function parseDuration(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text.trim()) ?? [];
  const seconds = Number(number) * (unit === undefined ? Number.NaN : UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS]);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS) return seconds;
  throw new InvalidArgumentError(
    `"${text}" must be a duration from 1s to 7d in whole seconds, such as 90s, 10m, 2h or 1d.`,
  );
}

/** Parses stages such as `2m:100,30s:1000`: durations, and the rates to reach at their ends. */
export function parseStages(text: string): readonly Stage[] {
  const stages = text.split(',').map((entry): Stage => {
    const [duration = '', target, ...others] = entry.split(':');
    const rate = Number(target || Number.NaN);
    if (others.length > 0 || !(rate >= 0 && rate <= LARGEST_RATE))
      throw new InvalidArgumentError(
        `"${entry}" must be DURATION:RATE, with requests/s from 0 to 1,000,000, such as 30s:1000.`,
      );
    return { seconds: parseDuration(duration), target: rate };
  });
  if (stages.reduce((sum, { seconds }) => sum + seconds, 0) > LONGEST_SECONDS)
    throw new InvalidArgumentError('all stages together must be at most 7d.');
  return stages;
}
