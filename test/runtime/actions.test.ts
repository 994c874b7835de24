// Refunds and cancellations: a payment changes its state at most once.

import { expect } from 'chai';
import { type Answer, type LocalHandler, PAYMENT, startLocalHandler } from './local-handler';

describe('a payment', () => {
  let api: LocalHandler;
  beforeEach(async () => {
    api = await startLocalHandler({ now: () => new Date(Date.UTC(2026, 0, 1)) });
    await api.post({ ...PAYMENT, id: 'pay-1' });
  });
  afterEach(() => api.close());

  const act = (action: string, changes: object = {}): Promise<Answer> =>
    api.send({
      httpMethod: 'POST',
      resource: `/payments/{id}/${action}`,
      pathParameters: { id: 'pay-1' },
      ...changes,
    });

  for (const [action, status] of [
    ['refund', 'refunded'],
    ['cancel', 'cancelled'],
  ] as const) {
    it(`is ${status} with one write, and records who did it, when and with which request`, async () => {
      api.calls.length = 0;
      const caller = { requestContext: { identity: { caller: 'AROA1:session' } } };
      const { statusCode, body, headers } = await act(action, caller);
      expect([statusCode, body]).to.deep.equal([200, { payment_id: 'pay-1', status }]);
      expect(headers).to.include({ ETag: '"2"' }).and.not.have.property('Idempotent-Replayed');
      expect(api.calls).to.deep.equal(['UpdateItemCommand']);
      const payment = (await api.get('pay-1')).body;
      expect(payment).to.deep.include({ ...PAYMENT, id: 'pay-1', status });
      expect(payment.history).to.deep.equal([
        { from: 'processed', to: status, at: '2026-01-01T00:00:00.000Z', request_id: 'request-1', caller: 'AROA1' },
      ]);
      expect(Object.keys(payment).sort()).to.deep.equal(
        [...Object.keys(PAYMENT), 'history', 'id', 'status', 'timestamp'].sort(),
      );
    });

    it(`stays ${status} on a repeated request`, async () => {
      const [first, second] = [await act(action), await act(action)];
      expect([second.statusCode, second.body]).to.deep.equal([200, first.body]);
      expect(second.headers).to.include({ 'Idempotent-Replayed': 'true', ETag: '"2"' });
      expect((await api.get('pay-1')).body.history).to.have.length(1);
    });
  }

  it('cannot be cancelled after a refund', async () => {
    await act('refund');
    expect(await act('cancel')).to.nested.include({
      statusCode: 409,
      'body.error': 'Payment is refunded, and cannot be cancelled',
    });
  });

  it('is either refunded or cancelled on concurrent requests', async () => {
    const answers = await Promise.all(['refund', 'cancel', 'refund', 'cancel'].map((action) => act(action)));
    const done = answers.filter(({ statusCode }) => statusCode === 200);
    expect(new Set(done.map(({ text }) => text))).to.have.property('size', 1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).to.have.length(2);
  });

  it('returns the same response to its creation after a refund', async () => {
    await act('refund');
    const again = await api.post({ ...PAYMENT, id: 'pay-1' });
    expect(again.body).to.deep.equal({ payment_id: 'pay-1', status: 'success' });
    expect((await api.get('pay-1')).body.status).to.equal('refunded');
  });

  const refused: Record<string, [changes: object, statusCode: number]> = {
    'is not found': [{ pathParameters: { id: 'none' } }, 404],
    'requires an id': [{ pathParameters: null }, 400],
    'is not an internal item of the table': [{ pathParameters: { id: '#cursor-key' } }, 404],
    'cannot be refunded in part': [{ body: '{"amount": 5}' }, 400],
    'is not changed in another version than that of If-Match': [{ headers: { 'If-Match': '"2"' } }, 412],
    'is not changed with an If-Match that is not a version': [{ headers: { 'If-Match': 'one' } }, 400],
    'is not changed with an incomplete list in If-Match': [{ headers: { 'If-Match': '"1",' } }, 400],
    'is not changed with an empty If-Match': [{ headers: { 'If-Match': '' } }, 400],
    'is not changed in another version than those of two If-Match headers': [
      { multiValueHeaders: { 'If-Match': ['"2"', '"3"'] } },
      412,
    ],
    'is not changed in another version than those of an If-Match list': [{ headers: { 'If-Match': '"2", "3"' } }, 412],
    'is not changed with a weak tag in If-Match': [{ headers: { 'If-Match': 'W/"1"' } }, 412],
    'is not changed with If-None-Match': [{ headers: { 'If-None-Match': '"2"' } }, 400],
  };
  for (const [sentence, [changes, statusCode]] of Object.entries(refused)) {
    it(sentence, async () => {
      expect((await act('refund', changes)).statusCode).to.equal(statusCode);
      expect((await api.get('pay-1')).body.status).to.equal('processed');
    });
  }

  const accepted: Record<string, object> = {
    'is refunded with an empty object as the body': { body: '{}' },
    'is refunded in the version of If-Match': { headers: { 'if-match': '"1"' } },
    'is refunded in any version with If-Match: *': { headers: { 'if-match': '*' } },
  };
  for (const [sentence, changes] of Object.entries(accepted)) {
    it(sentence, async () => expect((await act('refund', changes)).statusCode).to.equal(200));
  }

  it('returns the same response to a repeated request, although its version has changed', async () => {
    const headers = { 'If-Match': '"7", "1"' };
    await act('refund', { headers });
    expect((await act('refund', { headers })).headers).to.have.property('Idempotent-Replayed', 'true');
  });
});
