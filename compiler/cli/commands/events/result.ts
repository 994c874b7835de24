// The results of the actions of `events`.

/** The events that were sent again, or a webhook that was enabled. */
export type EventsResult = ReplayedEvents | EnabledWebhook;

/** The numbers of payments, and of their events. */
export interface ReplayedEvents {
  readonly action: 'replay';
  readonly spec: string;
  readonly payments: number;
  readonly events: number;
}

/** A webhook that was enabled. */
export interface EnabledWebhook {
  readonly action: 'enable';
  readonly spec: string;
  readonly webhook: string;
  /** When it was disabled; absent: it was not. */
  readonly disabledAt?: string;
}
