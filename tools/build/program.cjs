// Runs index.ts as one JavaScript file that is rebuilt when its sources change. Pulumi.yaml loads this file before the program.

const { optimizeLater, readProgram } = require('./build.cjs');

optimizeLater();

require.extensions['.ts'] = (module, file) => {
  // Pulumi's launcher would map the SDK's stack trace of each promise to TypeScript, which took longer than the rest of the program.
  Error.prepareStackTrace = undefined;
  module._compile(readProgram(), file);
};
