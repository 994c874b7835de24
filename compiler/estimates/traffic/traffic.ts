// The traffic of a month at the three levels of an estimate: the requests a second of each method, hour by hour.

import { accountThrottle } from '../../language/expand/account-throttle';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';

/** A level of an estimate. floor: no requests. expected: the traffic of the spec. ceiling: all that the limits admit. */
export type Level = 'floor' | 'expected' | 'ceiling';

/** A rate a second for each hour of a day, in UTC. */
export type Hours = readonly number[];

/** The hours of a day. */
const HOURS_PER_DAY = 24;

/** The requests a second of each method. */
export interface Traffic {
  readonly level: Level;
  readonly requests: ReadonlyMap<ApiMethod, Hours>;
}

/** The same rate in each hour. */
export function steady(rate: number): Hours {
  return Array<number>(HOURS_PER_DAY).fill(rate);
}

/** The sum of rates, hour by hour. */
export function sumOf(rates: readonly Hours[]): Hours {
  const sum = [...steady(0)];
  for (const hours of rates)
    for (let hour = 0; hour < HOURS_PER_DAY; hour++) sum[hour] = (sum[hour] ?? 0) + (hours[hour] ?? 0);
  return sum;
}

/** The requests a second to all methods. */
export function allRequests({ requests }: Traffic): Hours {
  return sumOf([...requests.values()]);
}

/** Rates multiplied by a factor. */
export function scale(hours: Hours, factor: number): Hours {
  return hours.map((rate) => rate * factor);
}

/** The mean of a function of the rate over the hours of a day. */
export function meanOf(hours: Hours, of: (rate: number) => number = (rate) => rate): number {
  return hours.reduce((sum, rate) => sum + of(rate), 0) / hours.length;
}

/** The traffic that a spec expects: its requests, shared out to the hours and the routes by their weights; undefined without traffic. */
export function expectedTraffic(environment: ExpandedEnvironment): Traffic | undefined {
  const { traffic } = environment;
  if (traffic === undefined) return undefined;
  const { requestsPerSecond, hourlyWeights } = traffic;
  const hours = normalized(hourlyWeights ?? steady(1)).map((share) => share * HOURS_PER_DAY * requestsPerSecond);
  return { level: 'expected', requests: shareOut(hours, mixOf(environment)) };
}

/** The share of each method in the requests. */
export type Mix = ReadonlyMap<ApiMethod, number>;

/** The weights of routes, by name; empty: all routes alike. */
export type RouteWeights = { readonly [route: string]: number };

/** The weights of routes in the expected traffic. */
export function expectedWeights({ traffic }: Pick<ExpandedEnvironment, 'traffic'>): RouteWeights {
  return traffic?.routes ?? {};
}

/**
 * The mix of some weights of routes (default: those of the expected traffic); without weights, all routes alike. A preflight request
 * has no share: browsers send it in addition, and only some callers are browsers.
 */
export function mixOf(environment: ExpandedEnvironment, weights: RouteWeights = expectedWeights(environment)): Mix {
  const { facts } = environment;
  const isWeighted = Object.keys(weights).length > 0;
  const routes = facts.methods.map(({ part }) => (part[1] === 'routes' ? part[2] : undefined));
  const shares = normalized(routes.map((route) => (route === undefined ? 0 : isWeighted ? (weights[route] ?? 0) : 1)));
  return new Map(facts.methods.map((method, at) => [method, shares[at] ?? 0]));
}

/** The requests of each method, from the requests to all methods together. */
export function shareOut(hours: Hours, mix: Mix): Traffic['requests'] {
  return new Map([...mix].map(([method, share]) => [method, scale(hours, share)]));
}

/** Weights as shares of their sum; all 0 if they are. */
function normalized(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum === 0 ? 0 : weight / sum));
}

/** No requests. */
export function floorTraffic({ facts }: ExpandedEnvironment): Traffic {
  return { level: 'floor', requests: new Map(facts.methods.map((method) => [method, steady(0)])) };
}

/** The throttle of each method; of all methods together at most the throttle of the account. */
export function ceilingTraffic(environment: ExpandedEnvironment): Traffic {
  const { methods } = environment.facts;
  const all = methods.reduce((sum, { throttle }) => sum + throttle.rateLimit, 0);
  const share = all === 0 ? 0 : Math.min(1, accountThrottle(environment).rate / all);
  return {
    level: 'ceiling',
    requests: new Map(methods.map((method) => [method, steady(method.throttle.rateLimit * share)])),
  };
}
