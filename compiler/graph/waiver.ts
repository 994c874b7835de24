// Waivers: findings that an environment accepts.

/** The days of a waiver, as YYYY-MM-DD. Exactly one of the two is set. */
export interface WaiverDays {
  /** The last day on which the waiver applies. */
  readonly expires?: string | undefined;
  /** The day by which the reason must be reviewed. The waiver also applies after that day. */
  readonly reviewBy?: string | undefined;
}

/** A finding of this compiler or a linter that the environment accepts, until a date or with a review date. */
export interface Waiver extends WaiverDays {
  readonly name: string;
  readonly code: string;
  /** The part of the spec that it covers, including everything below it. */
  readonly path: string;
  /** The value of the finding's field when it was accepted, as text. */
  readonly value?: string;
  readonly reason: string;
}

/** The waiver that covers a finding at a path of the spec. */
export function findWaiver(waivers: readonly Waiver[], code: string, path: string): Waiver | undefined {
  const isWithin = (around: string) =>
    path === around || path.startsWith(`${around}.`) || path.startsWith(`${around}[`);
  return waivers.find((waiver) => waiver.code === code && isWithin(waiver.path));
}

/** The days of a waiver in words: `until 2027-06-30`, or `with a review by 2027-06-30`. */
export function formatWaiverDays({ expires, reviewBy }: WaiverDays): string {
  return expires === undefined ? `with a review by ${reviewBy}` : `until ${expires}`;
}
