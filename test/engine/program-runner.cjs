// Runs Pulumi programs one after another in one process, because loading the SDK takes longer than most programs. It does what
// Pulumi's launcher (`@pulumi/pulumi/cmd/run`) does. A program that fails ends the process, with the exit code of the launcher.

/** The exit code of a program that has reported its failure. */
const ALREADY_REPORTED = 32;

// The launcher would run the program of its command line when it is loaded. Other modules only read this constant from it.
const launcher = require.resolve('@pulumi/pulumi/cmd/run');
require.cache[launcher] = { exports: { nodeJSProcessExitedAfterLoggingUserActionableMessage: ALREADY_REPORTED } };

const { RunError } = require('@pulumi/pulumi');
const { run } = require('@pulumi/pulumi/cmd/run/run');
const { leakedPromises } = require('@pulumi/pulumi/runtime/debuggable');
const settings = require('@pulumi/pulumi/runtime/settings');

const EVENTS = ['uncaughtException', 'unhandledRejection', 'beforeExit', 'exit', 'SIGINT'];

const reported = new Set();
const failures = new Set();

const fail = (error) => {
  failures.add(error);
  // Without the channel, the process ends when the program has no more work.
  process.channel?.unref();
};

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.on('exit', (code) => {
  if (code !== 0 || failures.size === 0) return;
  process.exitCode = [...failures].every((error) => reported.has(error)) ? ALREADY_REPORTED : 1;
});

/** Runs a program with the SDK in the state of a new process. */
async function runProgram({ options, program, environment }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  global.globalStore = undefined;
  delete require.cache[program];
  const former = new Map(EVENTS.map((event) => [event, process.listeners(event)]));
  await run(
    { ...options, _: [program] },
    () => {},
    (error) => reported.add(error),
    (error) => reported.has(error),
  );
  await settings.disconnect(true);
  const [leaks, message] = leakedPromises();
  if (leaks.size > 0) throw new RunError(message);
  for (const event of EVENTS)
    for (const listener of process.listeners(event))
      if (!former.get(event).includes(listener)) process.removeListener(event, listener);
}

process.on('message', async (request) => {
  await runProgram(request);
  if (failures.size === 0) process.send('ended');
});
