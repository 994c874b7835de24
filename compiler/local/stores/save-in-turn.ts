// Joins concurrent saves, so that two saves never overlap.

/**
 * Returns a function that starts a save, or joins one that has not begun. It resolves or rejects with that save.
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
    // The running save may have ended before the waiting save begins.
    if (running !== undefined) next ??= running.catch(() => {}).then(start);
    return next ?? start();
  };
}
