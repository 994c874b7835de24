// The modes in which a local run applies the limits of its graph.

/** The modes: refuse requests beyond a limit; serve them and count them; ignore the limits. */
export const LIMITS_MODES = ['enforce', 'count', 'off'] as const;

/** How a local run applies limits, such as throttles, concurrency and capacity. */
export type LimitsMode = (typeof LIMITS_MODES)[number];
