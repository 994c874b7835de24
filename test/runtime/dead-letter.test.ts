// The message about a failure: its contents and its size.

import { expect } from 'chai';
import { type Failure, MAX_MESSAGE_BYTES, renderFailure, replayOf } from '../../runtime/dead-letter';
import { parseJson } from '../../runtime/json';
import { readPayment } from '../../runtime/payment';

const FAILURE: Failure = {
  requestId: 'request-1',
  correlationId: 'order-1',
  time: '2026-01-01T00:00:00.000Z',
  method: 'POST',
  resource: '/payments',
  paymentId: 'pay-1',
  fingerprint: 'print',
  replay: { operation: 'refund', paymentId: 'pay-1' },
  error: new TypeError('c-secret is broken'),
};

describe('a failure message', () => {
  it('contains the failed request, the location and the data to retry it, without the error message', () => {
    const { stack = '' } = FAILURE.error as Error;
    const message = JSON.parse(renderFailure(FAILURE));
    expect(message).to.deep.equal({
      ...FAILURE,
      version: 1,
      error: { name: 'TypeError', stack: stack.slice(stack.indexOf('\n') + 1) },
    });
    expect(message.error.stack).to.match(/^ +at .*dead-letter\.test\.ts/);
    expect(JSON.stringify(message)).not.to.include('c-secret');
  });

  it('fits into the queue for any error', () => {
    // The character with the most bytes in JSON.
    const error = Object.assign(new Error(), { name: '\u0001'.repeat(1_000_000) });
    error.stack = ` at ${'\u0001'.repeat(1_000_000)}`;
    expect(Buffer.byteLength(renderFailure({ ...FAILURE, error }))).to.be.at.most(MAX_MESSAGE_BYTES);
  });

  it('keeps the failed request if the message is too large', () => {
    const replay = { operation: 'create', body: { id: 'x'.repeat(MAX_MESSAGE_BYTES) } } as const;
    const message = JSON.parse(renderFailure({ ...FAILURE, replay }));
    expect(message).to.include({ paymentId: 'pay-1', fingerprint: 'print' }).and.not.to.have.property('replay');
  });

  it('does not contain a thrown value that is not an error', () => {
    expect(renderFailure({ ...FAILURE, error: { card: '4111' } }))
      .to.include('not an Error')
      .and.not.to.include('4111');
  });
});

describe('a payment in a message', () => {
  const rows: Record<string, [changes: object, isThere: boolean]> = {
    'is included with opaque names only': [{}, true],
    'is left out with the name of a person': [{ customer_id: 'Jane Doe' }, false],
    'is left out with an e-mail address': [{ customer_id: 'jane@example.com' }, false],
    'is left out with unknown members': [{ note: 'x' }, false],
  };
  for (const [sentence, [changes, isThere]] of Object.entries(rows)) {
    it(sentence, () => {
      const members = { amount: '10.50', currency: 'USD', payment_method: 'tok_1', customer_id: 'c-1', ...changes };
      const rules = { currencies: new Map([['USD', { exponent: 2 }]]), unknownMembers: 'KEEP' as const };
      const body = { id: 'pay-1', amount: '10.5', currency: 'USD', payment_method: 'tok_1', customer_id: 'c-1' };
      expect(
        replayOf(readPayment(parseJson(JSON.stringify(members)) as Record<string, unknown>, rules), 'pay-1'),
      ).to.deep.equal(isThere ? { operation: 'create', body } : undefined);
    });
  }
});
