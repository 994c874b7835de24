// How a command says to other programs what came of it.

/**
 * Exit codes, as the README lists them: a valid spec, an invalid one, wrong usage, a defect of ours; and, of
 * `diff --exit-code` alone, a difference, and one that loses data.
 */
export const EXIT = { ok: 0, invalid: 1, usage: 2, different: 10, dataLoss: 11, bug: 70 } as const;
