// Waits for the signals that end a run.

/** Listens for the signals that end a run. Repeated signals are ignored, because npm forwards a signal that the terminal has already sent. */
export function awaitInterruption(): { happened: Promise<undefined>; release(): void } {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let interrupt = () => {};
  const happened = new Promise<undefined>((resolve) => {
    interrupt = () => resolve(undefined);
  });
  for (const signal of signals) process.on(signal, interrupt);
  return {
    happened,
    release() {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}
