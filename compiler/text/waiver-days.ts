// Formats the expiry or review date of a waiver.

/** The days of a waiver, as YYYY-MM-DD: it has one of the two. */
export interface WaiverDays {
  /** The last day on which it applies. */
  readonly expires?: string | undefined;
  /** The day by which the reason must be read again; the waiver applies after that day too. */
  readonly reviewBy?: string | undefined;
}

/** The days of a waiver in words: `until 2027-06-30`, or `with a review by 2027-06-30`. */
export function formatWaiverDays({ expires, reviewBy }: WaiverDays): string {
  return expires === undefined ? `with a review by ${reviewBy}` : `until ${expires}`;
}
