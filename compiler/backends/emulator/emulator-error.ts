// What keeps the local run from starting or from taking over an edit, when it is the user's to mend.

/** A mistake of the user's or a condition of the machine; the message is one or more printable lines. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
}
