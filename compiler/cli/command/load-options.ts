// Parses the values of options that state a load: rates, and the mix of routes.

import { InvalidArgumentError } from './declaration';

/** The weights of routes, by name. */
export type RouteWeights = { readonly [route: string]: number };

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
const LARGEST_RATE = 1_000_000;

/** Parses a rate above 0, in requests/s. */
export function parseRate(text: string): number {
  const rate = Number(text);
  if (!(rate > 0 && rate <= LARGEST_RATE))
    throw new InvalidArgumentError('it must be a number above 0, and at most 1,000,000.');
  return rate;
}
