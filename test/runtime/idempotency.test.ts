// One payment for one key or id, for sequential, concurrent and interrupted requests.

import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { type LocalHandler, PAYMENT, startLocalHandler } from './local-handler';

const KEY = { 'Idempotency-Key': 'key-1' };

describe('a repeated payment', () => {
  let api: LocalHandler;
  beforeEach(async () => {
    api = await startLocalHandler();
  });
  afterEach(() => api.close());

  const stored = async (): Promise<number> => {
    const { Items = [] } = await api.table.client.send(new ScanCommand({ TableName: 'payments' }));
    return Items.filter(({ status }) => status !== undefined).length;
  };

  it('is one payment with the same response, which is marked as repeated from the second time on', async () => {
    const first = await api.post(PAYMENT, KEY);
    const second = await api.post({ ...PAYMENT, amount: '10.250' }, { 'idempotency-key': '"key-1"' });
    expect([first.statusCode, second.statusCode]).to.deep.equal([200, 200]);
    expect(first.body.payment_id).to.match(/^pay_[A-Za-z0-9_-]{43}$/);
    expect(second.text).to.equal(first.text);
    expect(first.headers).not.to.have.property('Idempotent-Replayed');
    expect(second.headers).to.have.property('Idempotent-Replayed', 'true');
    expect(await stored()).to.equal(1);
  });

  it('costs one write, and one more read on a stand-in that does not return the item', async () => {
    // The first payment of an instance records the number of shards.
    await api.post(PAYMENT);
    api.calls.length = 0;
    await api.post(PAYMENT, KEY);
    expect(api.calls.splice(0)).to.deep.equal(['PutItemCommand']);
    await api.post(PAYMENT, KEY);
    expect(api.calls.splice(0)).to.deep.equal(['PutItemCommand', 'GetItemCommand']);
    await api.post(PAYMENT);
    expect(api.calls.splice(0)).to.deep.equal(['PutItemCommand']);
    await api.get('pay-1');
    expect(api.calls).to.deep.equal(['GetItemCommand']);
  });

  it('is one payment for 200 concurrent requests', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => api.post(PAYMENT, KEY)));
    expect(new Set(answers.map(({ statusCode, text }) => `${statusCode} ${text}`))).to.have.property('size', 1);
    expect(answers.filter(({ headers }) => headers['Idempotent-Replayed'] === undefined)).to.have.length(1);
    expect(await stored()).to.equal(1);
  });

  it('is another payment for another caller with the same key', async () => {
    const by = (caller: string) =>
      api.send({
        httpMethod: 'POST',
        resource: '/payments',
        headers: KEY,
        body: JSON.stringify(PAYMENT),
        requestContext: { identity: { caller } },
      });
    const [one, same, other] = [await by('AROA1:session-1'), await by('AROA1:session-2'), await by('AROA2:session-1')];
    expect(same.body).to.deep.equal(one.body);
    expect(other.body.payment_id).not.to.equal(one.body.payment_id);
  });

  const callers: Record<string, (who: string) => object> = {
    'a user of a user pool': (sub) => ({ authorizer: { claims: { sub } } }),
    'the principal of a Lambda authorizer': (principalId) => ({ authorizer: { principalId } }),
    'the owner of an API key': (apiKeyId) => ({ identity: { apiKeyId, apiKey: 'the same value' } }),
  };
  for (const [who, contextOf] of Object.entries(callers)) {
    it(`belongs to its caller: ${who}`, async () => {
      const by = (name: string) =>
        api.send({
          httpMethod: 'POST',
          resource: '/payments',
          headers: KEY,
          body: JSON.stringify(PAYMENT),
          requestContext: contextOf(name),
        });
      const [one, same, other] = [await by('one'), await by('one'), await by('other')];
      expect(same.body).to.deep.equal(one.body);
      expect(other.body.payment_id).not.to.equal(one.body.payment_id);
    });
  }

  const others: Record<string, [first: [object, object?], second: [object, object?], statusCode: number]> = {
    'with the same key and another amount is rejected': [[{}, KEY], [{ amount: 10.26 }, KEY], 422],
    'with the same key and another customer is rejected': [[{}, KEY], [{ customer_id: 'c-2' }, KEY], 422],
    'with the same id and another amount is rejected': [[{ id: 'pay-1' }], [{ id: 'pay-1', amount: 99 }], 409],
    'with the same key and id and another amount is rejected': [
      [{ id: 'pay-1' }, KEY],
      [{ id: 'pay-1', amount: 99 }, KEY],
      422,
    ],
    'with the same key and another id is rejected': [[{ id: 'pay-1' }, KEY], [{ id: 'pay-2' }, KEY], 422],
    'with the same key and an added id is rejected': [[{}, KEY], [{ id: 'pay-1' }, KEY], 422],
    'with the same key and without its id is rejected': [[{ id: 'pay-1' }, KEY], [{}, KEY], 422],
  };
  for (const [sentence, [first, second, statusCode]] of Object.entries(others)) {
    it(sentence, async () => {
      const post = ([changes, headers]: [object, object?]) =>
        api.post({ ...PAYMENT, ...changes }, (headers ?? {}) as Record<string, string>);
      expect((await post(first)).statusCode).to.equal(200);
      expect((await post(second)).statusCode).to.equal(statusCode);
      expect(await stored()).to.equal(1);
      expect(await post(first)).to.nested.include({ statusCode: 200, 'headers.Idempotent-Replayed': 'true' });
    });
  }

  it('is completed after a crash between the writes of the key and the payment', async () => {
    const { client } = api.table;
    let puts = 0;
    client.middlewareStack.add(
      (next) => (args) => {
        puts += 1;
        if (puts === 2) throw Object.assign(new Error('connection lost'), { name: 'TimeoutError' });
        return next(args);
      },
      { step: 'initialize' },
    );
    const payment = { ...PAYMENT, id: 'pay-1' };
    expect((await api.post(payment, KEY)).statusCode).to.equal(503);
    expect(await stored()).to.equal(0);
    expect((await api.post(payment, KEY)).statusCode).to.equal(200);
    expect(await stored()).to.equal(1);
  });

  it('is recognized if the previous program stored the payment without a fingerprint', async () => {
    const { PutItemCommand } = await import('@aws-sdk/client-dynamodb');
    const Item = {
      id: { S: 'pay-1' },
      amount: { N: '10.25' },
      currency: { S: 'USD' },
      payment_method: { S: 'card' },
      customer_id: { S: 'c-1' },
      status: { S: 'processed' },
      timestamp: { N: '1' },
    };
    await api.table.client.send(new PutItemCommand({ TableName: 'payments', Item }));
    expect((await api.post({ ...PAYMENT, id: 'pay-1' })).headers).to.have.property('Idempotent-Replayed', 'true');
    expect((await api.post({ ...PAYMENT, id: 'pay-1', currency: 'EUR' })).statusCode).to.equal(409);
  });

  it('does not return internal items of the table', async () => {
    await api.post({ ...PAYMENT, id: 'pay-1' }, KEY);
    const { Items = [] } = await api.table.client.send(new ScanCommand({ TableName: 'payments' }));
    const own = Items.filter(({ status }) => status === undefined).map(({ id }) => id?.S ?? '');
    expect(own).to.have.length(2).and.include('#listing-shards');
    for (const id of own) {
      expect((await api.get(id)).statusCode).to.equal(404);
      const refund = { httpMethod: 'POST', resource: '/payments/{id}/refund', pathParameters: { id } };
      expect((await api.send(refund)).statusCode).to.equal(404);
      const taken = id.startsWith('#') ? 400 : 409;
      expect((await api.post({ ...PAYMENT, id })).statusCode).to.equal(taken);
    }
  });
});

describe('an Idempotency-Key', () => {
  let api: LocalHandler;
  before(async () => {
    api = await startLocalHandler({ idempotencyMode: 'REQUIRED' });
  });
  after(() => api.close());

  const rows: Record<string, [key: string | undefined, changes: object, statusCode: number]> = {
    'is required if the spec requires it': [undefined, {}, 400],
    'may be replaced by an id in the body': [undefined, { id: 'pay-1' }, 200],
    'may have 255 characters': ['k'.repeat(255), {}, 200],
    'must not have more than 255 characters': ['k'.repeat(256), {}, 400],
    'must not be empty': ['', {}, 400],
    'must not be empty in quotes': ['""', {}, 400],
    'must not contain a space': ['key 1', {}, 400],
    'must be ASCII': ['schlüssel', {}, 400],
    'must not contain a card number': ['4111111111111111', {}, 400],
  };
  for (const [sentence, [key, changes, statusCode]] of Object.entries(rows)) {
    it(sentence, async () => {
      const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
      expect((await api.post({ ...PAYMENT, ...changes }, headers)).statusCode).to.equal(statusCode);
    });
  }

  it('must be given once', async () => {
    const event = { httpMethod: 'POST', resource: '/payments', body: JSON.stringify(PAYMENT) };
    const multiValueHeaders = { 'Idempotency-Key': ['one', 'two'] };
    expect(await api.send({ ...event, multiValueHeaders })).to.nested.include({
      statusCode: 400,
      'body.error': 'Header must be given once: Idempotency-Key',
    });
  });
});
