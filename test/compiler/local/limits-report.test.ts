// The report of the requests that a run has refused.

import { expect } from 'chai';
import { renderRefusals, serveLimits } from '../../../compiler/local/limits-report';
import { createRunLimits } from '../../../compiler/local/run-limits';

describe('the report of refused requests', () => {
  const limits = createRunLimits('count');
  for (let request = 0; request < 12; request += 1) limits.refusals.add(429, 'the throttle of GET /a');
  limits.refusals.add(500, 'reserved concurrency 1 of one');

  it('lists the reasons with their counts, the largest first', () => {
    expect(renderRefusals(limits.refusals.counts(), 'enforce')).to.deep.equal([
      'Refused requests:',
      '  12 with 429 by the throttle of GET /a',
      '   1 with 500 by reserved concurrency 1 of one',
    ]);
    expect(renderRefusals(limits.refusals.counts(), 'count')[0]).to.equal(
      'Requests that --limits enforce would have refused:',
    );
  });

  it('is empty if nothing was refused', () => {
    expect(renderRefusals([], 'enforce')).to.deep.equal([]);
  });

  it('is served as JSON at its path only', () => {
    const response = serveLimits({ method: 'GET', target: '/limits?now' }, limits);
    expect(JSON.parse(String(response?.body))).to.deep.equal({
      schemaVersion: 1,
      mode: 'count',
      refusals: [
        { statusCode: 429, by: 'the throttle of GET /a', requests: 12 },
        { statusCode: 500, by: 'reserved concurrency 1 of one', requests: 1 },
      ],
    });
    expect(serveLimits({ method: 'GET', target: '/limits/a' }, limits)).to.equal(undefined);
    expect(serveLimits({ method: 'POST', target: '/limits' }, limits)).to.equal(undefined);
  });
});
