// Lets many callers share one save, of which no two may run at once.

/** Gives a function that saves, and resolves once a save that began after its call has ended. Rejects as that save does. */
export function saveInTurn(save: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  return () => {
    if (running === undefined) {
      running = save().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        running = save().finally(() => {
          running = undefined;
        });
        return running;
      });
    return next;
  };
}
