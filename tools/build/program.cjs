// Loaded before the program by Pulumi.yaml: runs index.ts as one JavaScript file, rebuilt when its sources change.

const { readProgram } = require('./build.cjs');

require.extensions['.ts'] = (module, file) => {
  // The SDK records a stack trace for each promise, which Pulumi's launcher maps to TypeScript; that took longer than the rest of
  // the program.
  Error.prepareStackTrace = undefined;
  module._compile(readProgram(), file);
};
