// Assumptions of the models: behaviour of AWS that its documentation does not state, with the default of each and its basis.

/** A value that AWS does not document. */
interface Assumption<T extends number | boolean | string> {
  readonly default: T;
  /** The meaning of the value, with its unit. */
  readonly meaning: string;
  /** The reason for the default: a measurement, an observation, or the natural reading of a document. */
  readonly basis: string;
}

const assume = <T extends number | boolean | string>(value: T, meaning: string, basis: string): Assumption<T> => ({
  default: value,
  meaning,
  basis,
});

/** All assumptions, by name. Models read their values from `Assumptions`; reports list this table. */
export const ASSUMPTIONS = {
  stageThrottleScope: assume<'method' | 'stage'>(
    'method',
    'whether each method of a stage has a token bucket of its own, or all methods under the common setting share one',
    'API Gateway applies stage throttles "at the API method level"; a bucket for each method is the natural reading',
  ),
  refusedRequestsCount: assume<boolean>(
    false,
    'whether a request that one throttle refuses takes tokens of the throttles before it, and counts towards a quota',
    'not documented; a refused request that costs nothing is the simplest reading',
  ),
} as const;

type Widen<T> = T extends boolean ? boolean : T;

/** A value for each assumption. */
export type Assumptions = { readonly [K in keyof typeof ASSUMPTIONS]: Widen<(typeof ASSUMPTIONS)[K]['default']> };

/** The defaults of all assumptions. */
export const DEFAULT_ASSUMPTIONS = Object.fromEntries(
  Object.entries(ASSUMPTIONS).map(([name, { default: value }]) => [name, value]),
) as unknown as Assumptions;
