// Lets many callers share saves that must not overlap.

/**
 * Returns a function that saves, and resolves once a save that began after its call has ended. Rejects as that save does.
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
    // A save that waits may not have begun yet although the running one has just ended.
    if (running !== undefined) next ??= running.catch(() => {}).then(start);
    return next ?? start();
  };
}
