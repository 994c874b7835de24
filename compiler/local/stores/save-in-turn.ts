// Lets many callers share saves that must not overlap.

/**
 * Returns a function that resolves when a save that began after the call has ended, and rejects if that save rejects.
 * Two saves never run at the same time.
 */
export function saveInTurn(save: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function start(): Promise<void> {
    next = undefined;
    running = save().finally(() => {
      running = undefined;
    });
    return running;
  }

  return () => {
    // A waiting save may not have begun although the running one has just ended.
    if (running !== undefined) next ??= running.catch(() => {}).then(start);
    return next ?? start();
  };
}
