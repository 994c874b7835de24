// The duration of cold starts.

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { initSeconds, meanInitSeconds } from '../../../compiler/model/cold-start';

describe('the duration of a cold start', () => {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, initMedianMilliseconds: 200, initP99ToMedian: 1.5 };

  it('has the assumed median and 99th percentile', () => {
    expect(initSeconds(0.5, assumptions)).to.be.closeTo(0.2, 1e-4);
    expect(initSeconds(0.99, assumptions)).to.be.closeTo(0.3, 1e-3);
    expect(initSeconds(0.01, assumptions)).to.be.closeTo(0.2 / 1.5, 1e-3);
  });

  it('has the mean of its quantiles', () => {
    const quantiles = Array.from({ length: 10_000 }, (_, at) => (at + 0.5) / 10_000);
    const mean = quantiles.reduce((sum, quantile) => sum + initSeconds(quantile, assumptions), 0) / quantiles.length;
    expect(meanInitSeconds(assumptions)).to.be.closeTo(mean, 1e-4);
  });

  it('is finite for every quantile, and grows with it', () => {
    const values = [0, 0.001, 0.3, 0.5, 0.7, 0.999, 1].map((quantile) => initSeconds(quantile, assumptions));
    expect(values.every(Number.isFinite)).to.equal(true);
    expect(values).to.deep.equal([...values].sort((a, b) => a - b));
  });
});
