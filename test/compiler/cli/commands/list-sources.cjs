// Prints the modules of the compiler that a command ran, as a JSON line on standard error when it ends. Must be loaded before
// the command line. The built file has a function for each module that is loaded on demand; this file adds a line to each.

const vm = require('node:vm');

const ran = new Set();
globalThis.recordSource = (path) => ran.add(path);

vm.Script = class extends vm.Script {
  // The stored compiled code does not contain these lines, and must not be replaced by code that does.
  cachedDataRejected = false;

  constructor(code, { filename }) {
    super(code.replaceAll(/"(compiler\/[^"]+)"\(\)\{/g, '$&recordSource("$1");'), { filename });
  }
};
process.on('exit', () => console.error(`RAN ${JSON.stringify([...ran].sort())}`));
