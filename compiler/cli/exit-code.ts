// Exit codes, as docs/commands.md lists them.

/**
 * A valid spec; an invalid spec or an error of the operating system; wrong usage; a defect of this program; for `diff --exit-code`
 * only, a difference and a loss of data; for `diff --fail-on` only, a named class of change.
 */
export const EXIT = { ok: 0, invalid: 1, usage: 2, different: 10, dataLoss: 11, refusedClass: 12, bug: 70 } as const;
