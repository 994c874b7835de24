// How a command says to other programs what came of it.

/** Exit codes, as the README lists them: a valid spec, an invalid one, wrong usage, a defect of ours. */
export const EXIT = { ok: 0, invalid: 1, usage: 2, bug: 70 } as const;
