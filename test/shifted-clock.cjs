// Shifts the clock of a process, its threads and its children to the day in CLOCK_DAY; the clock goes on from there.

const threads = require('node:worker_threads');

const RealDate = Date;
// The first process decides: a clock that began again in each thread would be behind.
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

// A thread with variables of its own does not read NODE_OPTIONS.
threads.Worker = class extends threads.Worker {
  constructor(file, { env = process.env, execArgv = process.execArgv, ...options } = {}) {
    const variables = typeof env === 'object' ? { ...env, CLOCK_SHIFT } : env;
    super(file, { ...options, env: variables, execArgv: [...execArgv, '--require', __filename] });
  }
};
