// The reporter of all test commands. It prints a line for each file when the file ends, failures at once, and at the end the
// slowest tests, the skipped tests with their reason, and the failures again.

const { join, relative } = require('node:path');
const { Base } = require('mocha').reporters;
const { durationText, fileLine, skippedLines, slowestLines } = require('./summary');

const root = join(__dirname, '../..');

module.exports = class extends Base {
  constructor(runner, options) {
    super(runner, options);
    const isParallel = runner.isParallelMode();
    if (isParallel) runner.workerReporter(join(__dirname, 'worker.cjs'));
    const start = Date.now();
    const timed = [];
    const pending = [];
    const totals = { passed: 0, failed: 0, skipped: 0 };
    let file;
    let taken = 0;
    let counts = { passed: 0, failed: 0, skipped: 0 };

    const resultOf = (runnable) => {
      file = relative(root, runnable.file ?? runnable.parent?.file ?? file ?? root);
      return { file, title: runnable.fullTitle(), duration: runnable.duration ?? 0 };
    };
    const record = (runnable) => {
      const result = resultOf(runnable);
      timed.push(result);
      taken += result.duration;
    };
    const count = (kind) => {
      counts[kind] += 1;
      totals[kind] += 1;
    };
    const endFile = () => {
      if (file !== undefined) console.log(fileLine(file, counts, { elapsed: Date.now() - start, taken }));
      file = undefined;
      taken = 0;
      counts = { passed: 0, failed: 0, skipped: 0 };
    };

    runner.on('hook end', record);
    runner.on('pass', (test) => {
      record(test);
      count('passed');
    });
    runner.on('pending', (test) => {
      pending.push(resultOf(test));
      count('skipped');
    });
    runner.on('fail', (test, error) => {
      record(test);
      count('failed');
      // The worker has already printed the failure.
      if (!isParallel) {
        test.err = error;
        Base.list([test]);
      }
    });
    runner.on('suite end', (suite) => {
      // In parallel mode each file has a root suite.
      if (isParallel ? suite.root : isLastOfFile(suite)) endFile();
    });
    runner.on('end', () => {
      endFile();
      const slowest = slowestLines(timed);
      if (slowest.length > 0) console.log(`\nslowest:\n${slowest.join('\n')}`);
      if (pending.length > 0) console.log(`\nskipped:\n${skippedLines(pending).join('\n')}`);
      if (this.failures.length > 0) Base.list(this.failures);
      console.log(
        `\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped in ${durationText(Date.now() - start)}`,
      );
    });
  }
};

/** Whether a suite is the last one of its file, if it is at the top level. */
function isLastOfFile(suite) {
  if (suite.root || !suite.parent?.root) return false;
  const { suites } = suite.parent;
  return suites[suites.indexOf(suite) + 1]?.file !== suite.file;
}
