// The reporter of a worker process of `mocha --parallel`: prints a failure at once instead of at the end of the file.

const Buffered = require('mocha/lib/nodejs/reporters/parallel-buffered.cjs');
const { Base } = require('mocha').reporters;

module.exports = class extends Buffered {
  constructor(runner, options) {
    super(runner, options);
    runner.on('fail', (test, error) => {
      test.err = error;
      Base.list([test]);
    });
  }
};
