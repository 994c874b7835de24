// The states of a payment, and the transitions between them.

/** All states. */
export const STATUSES = ['processed', 'refunded', 'cancelled'] as const;

/** The state of a payment. */
export type Status = (typeof STATUSES)[number];

/** The actions on a payment, each with the state before and after. A state without an action is final. */
export const TRANSITIONS = {
  refund: { from: 'processed', to: 'refunded' },
  cancel: { from: 'processed', to: 'cancelled' },
} as const satisfies Record<string, { readonly from: Status; readonly to: Status }>;

/** An action on a payment. */
export type Action = keyof typeof TRANSITIONS;

/** Whether a text is a state. */
export function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}
