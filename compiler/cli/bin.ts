// Entry point of the process: runs the command line on its arguments.

import { describeIoError } from './errors/io-error';
import { EXIT } from './exit-code';
import { runCommandLine } from './main';

// A reader such as `head` may close the pipe early. After any other failure, the output is incomplete.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') return;
  if (!isIncomplete) console.error(`error: standard output: ${describeIoError(problem) ?? problem.message}`);
  endIncomplete();
});
process.stderr.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') endIncomplete();
});

let isIncomplete = false;

/** Sets an exit code other than 0 if the output is incomplete. */
function endIncomplete(): void {
  isIncomplete = true;
  process.exitCode ||= EXIT.invalid;
}

runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code === EXIT.ok && isIncomplete ? EXIT.invalid : code;
  // Without this, the process waits for V8's compiler threads, which takes 10 ms. A pipe can still have output to read.
  process.stderr.write('', () => process.stdout.write('', () => process.exit()));
});
