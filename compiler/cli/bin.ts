// Where the process starts: the command line on the process's own arguments.

import { runCommandLine } from './main';

// Whoever reads the output, as `head` does, may have read enough.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
});

runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
