// The messages of a queue, as the function that receives them treats them.

/** Messages that their function treats alike. Amounts are messages a second of the present step. */
export interface MessageKind {
  /** Whether the function handles the messages now, with its writes to tables, or only sends them again to wait. */
  readonly isDue: boolean;
  /** The messages that become visible in a second after a delay. */
  dueIn(second: number): number;
  /** Handles messages. Returns those that fail, and stay in the queue. */
  handle(messages: number): number;
  /** The seconds from one on in which the same happens, if the latest step repeats. */
  steadySeconds(second: number): number;
}

/** The messages of a queue, as one function treats them. */
export interface Messages {
  readonly kinds: readonly MessageKind[];
  /** The kinds of new messages, which are equally frequent. */
  readonly first: readonly MessageKind[];
  /** Whether messages have failed before. Otherwise no kind has messages that become visible later, and all seconds are the same. */
  readonly haveFailed: boolean;
}
