// The states of a payment, and what leads from one to another.

/** All states. */
export const STATUSES = ['processed', 'refunded', 'cancelled'] as const;

/** The state of a payment. */
export type Status = (typeof STATUSES)[number];

/** What can be done to a payment: from which state, and to which. A state that nothing leaves is final. */
export const TRANSITIONS = {
  refund: { from: 'processed', to: 'refunded' },
  cancel: { from: 'processed', to: 'cancelled' },
} as const satisfies Record<string, { readonly from: Status; readonly to: Status }>;

/** What can be done to a payment. */
export type Action = keyof typeof TRANSITIONS;

/** Whether a text is a state. */
export function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}
