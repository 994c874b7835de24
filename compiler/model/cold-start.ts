// The duration of a cold start: a log-normal distribution of the initialization, which AWS does not document.

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';

/** The quantile of the standard normal distribution for 99 %. */
const NORMAL_P99 = 2.326_347_874_040_841;

/**
 * The duration of an initialization, in seconds.
 * @param quantile a number between 0 and 1, such as a random one: 0.5 gives the median
 */
export function initSeconds(quantile: number, assumptions: Assumptions = DEFAULT_ASSUMPTIONS): number {
  return (assumptions.initMedianMilliseconds / 1000) * Math.exp(deviationOf(assumptions) * normalQuantile(quantile));
}

/** The mean duration of an initialization, in seconds. */
export function meanInitSeconds(assumptions: Assumptions = DEFAULT_ASSUMPTIONS): number {
  return (assumptions.initMedianMilliseconds / 1000) * Math.exp(deviationOf(assumptions) ** 2 / 2);
}

/** The standard deviation of the logarithm. */
function deviationOf({ initP99ToMedian }: Assumptions): number {
  return Math.log(initP99ToMedian) / NORMAL_P99;
}

/** The quantile function of the standard normal distribution, exact to 4.5e-4 (Abramowitz and Stegun, formula 26.2.23). */
function normalQuantile(quantile: number): number {
  const tail = Math.min(Math.max(quantile < 0.5 ? quantile : 1 - quantile, Number.EPSILON), 0.5);
  const t = Math.sqrt(-2 * Math.log(tail));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  const value = t - numerator / denominator;
  return quantile < 0.5 ? -value : value;
}
