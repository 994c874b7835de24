// The message about a failure: what it says, and that it always fits into the queue.

import { expect } from 'chai';
import { type Failure, renderFailure } from '../../runtime/dead-letter';

const FAILURE: Failure = {
  requestId: 'request-1',
  time: '2026-01-01T00:00:00.000Z',
  method: 'POST',
  resource: '/payments',
  paymentId: 'pay-1',
  error: new TypeError('broken'),
};

describe('a failure message', () => {
  it('says which request failed, and how', () => {
    const error = FAILURE.error as Error;
    expect(JSON.parse(renderFailure(FAILURE))).to.deep.equal({
      ...FAILURE,
      error: { name: 'TypeError', message: 'broken', stack: error.stack },
    });
  });

  it('fits into the queue, whatever the error says', () => {
    // The character that takes most bytes in JSON.
    const error = Object.assign(new Error('\u0001'.repeat(1_000_000)), { name: '\u0001'.repeat(1_000_000) });
    error.stack = error.message;
    expect(Buffer.byteLength(renderFailure({ ...FAILURE, error }))).to.be.below(64_000);
  });

  it('does not show a thrown value that is no error', () => {
    expect(renderFailure({ ...FAILURE, error: { card: '4111' } }))
      .to.include('not an Error')
      .and.not.to.include('4111');
  });
});
