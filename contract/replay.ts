// The requests to send events again, with which an operator invokes the publisher.

/** A payment, or the payments that were stored from a time until before another. */
export type ReplayRequest =
  | { readonly paymentId: string }
  | {
      readonly from: string;
      readonly to: string;
      /** The time that is read at once; set in `next` of a result. */
      readonly windowMilliseconds?: number;
    };

/** The result of a request. */
export interface ReplayResult {
  readonly payments: number;
  readonly events: number;
  /** The rest of the request, if the function had no time for it. */
  readonly next?: ReplayRequest;
}
