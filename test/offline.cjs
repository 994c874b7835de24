// Makes a test fail that starts a process or connects to another machine. `npm run test:unit` loads this file.

const processes = require('node:child_process');
const { Socket } = require('node:net');

/** The packages that may start processes: the compilers of the tests and of functions, and the pool that runs the tests. */
const EXEMPT = /node_modules\/(esbuild|tsx|workerpool)\//;
const LOCAL = new Set([undefined, 'localhost', '127.0.0.1', '::1']);

const ADVICE = 'add this test to the ignored ones of .mocharc.unit.json, or test the code in this process';

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const original = processes[name];
  processes[name] = (...args) => {
    if (!EXEMPT.test(new Error().stack ?? ''))
      throw new Error(`a unit test must not start a process (${args[0]}): ${ADVICE}`);
    return original(...args);
  };
}

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [options] = [args[0]].flat(2);
  const host = typeof options === 'object' ? options?.host : args[1];
  if (!LOCAL.has(host)) throw new Error(`a unit test must not connect to ${host}: ${ADVICE}`);
  return connect.apply(this, args);
};
