// Pulumi.yaml has Node load this before the program: index.ts then runs as one JavaScript file, built when its sources are newer.

const { readProgram } = require('./build.cjs');

require.extensions['.ts'] = (module, file) => {
  // The SDK takes a stack trace of each promise, and Pulumi's launcher has each mapped to TypeScript: that took longer than
  // all else that the program does.
  Error.prepareStackTrace = undefined;
  module._compile(readProgram(), file);
};
