// The clock of a local run, which can run faster than real time.

/** The time of a local run. Limits, caches and alarms read this clock; functions read the machine's own clock. */
export interface RunClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs a task once, `milliseconds` of this clock from now. Returns a function that cancels it. */
  after(milliseconds: number, task: () => void): () => void;
}

/** The time of a clock in seconds since 1970, the unit of the models. */
export function secondsOf(clock: Pick<RunClock, 'now'>): number {
  return clock.now() / 1000;
}

/**
 * A clock that starts at the current time and runs `speed` times as fast as real time. Changes of the machine's clock
 * do not affect it. Waiting tasks do not keep the process running.
 */
export function runClock(speed = 1): RunClock {
  const start = Date.now();
  const origin = performance.now();
  return {
    now: () => start + (performance.now() - origin) * speed,
    after(milliseconds, task) {
      const timer = setTimeout(task, milliseconds / speed);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
