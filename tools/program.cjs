// Pulumi.yaml has Node load this before the program: index.ts then runs as one JavaScript file, built when its sources are newer.

const { readFileSync } = require('node:fs');
const { buildProgram } = require('./build.cjs');

require.extensions['.ts'] = (module, file) => {
  // The SDK takes a stack trace of each promise, and Pulumi's launcher has each mapped to TypeScript: that took longer than
  // all else that the program does.
  Error.prepareStackTrace = undefined;
  module._compile(readFileSync(buildProgram(), 'utf8'), file);
};
