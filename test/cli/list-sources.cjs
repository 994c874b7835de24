// Loaded before the command line: prints on its end which modules of the compiler it ran, as a JSON line on standard error.
// The built file has a function for each module that is loaded on demand; this adds a line to each of them.

const vm = require('node:vm');

const ran = new Set();
globalThis.recordSource = (path) => ran.add(path);

vm.Script = class extends vm.Script {
  // The stored compiled code has none of these lines, and must not be replaced by code that has them.
  cachedDataRejected = false;

  constructor(code, { filename }) {
    super(code.replaceAll(/"(compiler\/[^"]+)"\(\)\{/g, '$&recordSource("$1");'), { filename });
  }
};
process.on('exit', () => console.error(`RAN ${JSON.stringify([...ran].sort())}`));
