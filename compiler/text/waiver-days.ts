// Formats the expiry or review date of a waiver.

/** The days of a waiver, as YYYY-MM-DD. Exactly one of the two is set. */
export interface WaiverDays {
  /** The last day on which the waiver applies. */
  readonly expires?: string | undefined;
  /** The day by which the reason must be reviewed. The waiver also applies after that day. */
  readonly reviewBy?: string | undefined;
}

/** The days of a waiver in words: `until 2027-06-30`, or `with a review by 2027-06-30`. */
export function formatWaiverDays({ expires, reviewBy }: WaiverDays): string {
  return expires === undefined ? `with a review by ${reviewBy}` : `until ${expires}`;
}
