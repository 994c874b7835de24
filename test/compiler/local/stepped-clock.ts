// A clock of a local run that moves only when a test moves it.

import type { RunClock } from '../../../compiler/local/run-clock';

/** A clock that a test moves. */
export interface SteppedClock extends RunClock {
  /** Moves the clock forward, and runs the tasks that become due, each at its time. */
  step(milliseconds: number): void;
}

/** Creates a clock that is stopped at a time. */
export function steppedClock(start = Date.UTC(2026, 0, 15, 12)): SteppedClock {
  let time = start;
  const tasks = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    after(milliseconds, run) {
      const task = { at: time + milliseconds, run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    step(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const [next] = [...tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        tasks.delete(next);
        time = next.at;
        next.run();
      }
      time = end;
    },
  };
}
