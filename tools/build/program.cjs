// Runs index.ts as one JavaScript file that is rebuilt when its sources change. Pulumi.yaml loads this file before the program.

const { optimizeLater, runProgram } = require('./build.cjs');

optimizeLater();

// Pulumi's launcher would map the SDK's stack trace of each promise to TypeScript, which takes longer than the rest of the program.
Object.defineProperty(Error, 'prepareStackTrace', { configurable: true, get: () => undefined, set() {} });

require.extensions['.ts'] = (module, filename) => {
  delete Error.prepareStackTrace;
  // The SDK logs each registration twice, which only `--debug` prints: 6 % of the processor time of an update without changes.
  require('@pulumi/pulumi/log').debug = () => Promise.resolve();
  runProgram(module, filename);
};
