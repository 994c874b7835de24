// How a command says to other programs what came of it.

/**
 * Exit codes, as the README lists them: a valid spec, an invalid one or an error of the operating system, wrong usage, a defect of ours; of `diff --exit-code`
 * alone, a difference, and one that loses data; and of `diff --fail-on` alone, a class of change that it names.
 */
export const EXIT = { ok: 0, invalid: 1, usage: 2, different: 10, dataLoss: 11, refusedClass: 12, bug: 70 } as const;
