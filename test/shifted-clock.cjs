// Shifts the clock of a process, its threads and its child processes to the day in CLOCK_DAY. The clock continues from there.

const threads = require('node:worker_threads');

const RealDate = Date;
// The first process computes the shift once. A thread that computed its own would start again at CLOCK_DAY.
process.env.CLOCK_SHIFT ??= String(RealDate.parse(process.env.CLOCK_DAY) - RealDate.now());
const { CLOCK_SHIFT } = process.env;
const shift = Number(CLOCK_SHIFT);

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + shift] : parts));
  }

  static now() {
    return RealDate.now() + shift;
  }
};

// A thread with its own variables does not read NODE_OPTIONS.
threads.Worker = class extends threads.Worker {
  constructor(file, { env = process.env, execArgv = process.execArgv, ...options } = {}) {
    const variables = typeof env === 'object' ? { ...env, CLOCK_SHIFT } : env;
    super(file, { ...options, env: variables, execArgv: [...execArgv, '--require', __filename] });
  }
};
