// Exit codes, as docs/commands.md lists them.

/**
 * A valid spec; an invalid spec or an error of the operating system; wrong usage; a defect of this program; for `diff --exit-code`
 * only, a difference and a loss of data; for `diff` only, a
 * change that `--fail-on`, `--max-increase` or `--max-cost` refuses.
 */
export const EXIT = { ok: 0, invalid: 1, usage: 2, different: 10, dataLoss: 11, refusedChange: 12, bug: 70 } as const;
