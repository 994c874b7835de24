// Where the process starts: the command line on the process's own arguments.

import { runCommandLine } from './main';

runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
