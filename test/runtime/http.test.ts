// HTTP behaviour of the handler: methods, problems, correlation ids, HEAD, OPTIONS and CORS.

import { expect } from 'chai';
import { type LocalHandler, PAYMENT, startLocalHandler } from './local-handler';

const ORIGIN = 'https://shop.example';

describe('a response', () => {
  let api: LocalHandler;
  before(async () => {
    api = await startLocalHandler();
    await api.post({ ...PAYMENT, id: 'pay-1' });
  });
  after(() => api.close());

  it('with an error is a problem with all faults, and keeps the previous error member', async () => {
    const { statusCode, headers, body } = await api.post({ amount: 0, currency: 'JPY', payment_method: 'card' });
    expect(statusCode).to.equal(400);
    expect(headers).to.include({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    expect(body).to.deep.equal({
      error: 'Missing required field: customer_id',
      type: 'urn:payment-spec:problem:invalid-payment',
      title: 'The payment is invalid',
      status: 400,
      detail: 'Missing required field: customer_id',
      errors: [
        { pointer: '/customer_id', detail: 'Missing required field: customer_id' },
        { pointer: '/amount', detail: 'Payment amount must be greater than 0' },
        { pointer: '/currency', detail: 'Unsupported currency: JPY' },
      ],
      requestId: 'request-1',
    });
  });

  it('with a payment is not cacheable, and contains its version', async () => {
    const { headers } = await api.get('pay-1');
    expect(headers).to.deep.equal({
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ETag: '"1"',
      'X-Request-Id': 'request-1',
      'X-Correlation-Id': 'request-1',
    });
  });

  const correlations: Record<string, [given: string, answered: string]> = {
    'contains the client’s correlation id': ['order-1', 'order-1'],
    'does not contain an invalid correlation id': ['order 1\n', 'request-1'],
    'does not contain a long correlation id': ['x'.repeat(65), 'request-1'],
  };
  for (const [sentence, [given, answered]] of Object.entries(correlations)) {
    it(sentence, async () => {
      const headers = { 'x-correlation-id': given };
      const event = { httpMethod: 'GET', resource: '/payments', headers };
      expect((await api.send(event)).headers).to.have.property('X-Correlation-Id', answered);
    });
  }

  it('to HEAD equals that to GET without the body', async () => {
    const event = { resource: '/payments/{id}', pathParameters: { id: 'pay-1' } };
    const [head, get] = [await api.send({ ...event, httpMethod: 'HEAD' }), await api.get('pay-1')];
    expect([head.statusCode, head.text, head.headers]).to.deep.equal([200, '', get.headers]);
    const none = { ...event, pathParameters: { id: 'none' }, httpMethod: 'HEAD' };
    expect(await api.send(none)).to.include({ statusCode: 404, text: '' });
  });

  const conditions: Record<string, Record<string, string>> = {
    'with If-None-Match for the current version': { 'If-None-Match': '"1"' },
    'with If-Match for another version': { 'If-Match': '"2"' },
    'with date conditions': {
      'If-Modified-Since': 'Sun, 06 Nov 2044 08:49:37 GMT',
      'If-Unmodified-Since': 'Sun, 06 Nov 1994 08:49:37 GMT',
    },
    'with a range': { Range: 'bytes=0-1', 'If-Range': '"1"' },
  };
  for (const [what, headers] of Object.entries(conditions)) {
    // API Gateway's cache key contains only the path and the query. It would return a 304, a 412 or a part to other clients.
    it(`contains the whole payment ${what}`, async () => {
      const event = { httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id: 'pay-1' } };
      expect(await api.send({ ...event, headers })).to.deep.equal(await api.get('pay-1'));
    });
  }

  const times: Record<string, [from: string, statusCode: number]> = {
    'of a nonexistent day': ['2026-02-30T12:00:00Z', 400],
    'of the 24th hour': ['2026-02-28T24:00:00Z', 400],
    'with an offset': ['2026-02-28T12:00:00+05:30', 200],
    'with an offset whose + arrived as a space': ['2026-02-28T12:00:00 05:30', 200],
    'of a leap day': ['2028-02-29T12:00:00Z', 200],
  };
  for (const [what, [from, statusCode]] of Object.entries(times)) {
    it(`to a list from a time ${what} is ${statusCode}`, async () => {
      expect((await api.list({ from })).statusCode).to.equal(statusCode);
    });
  }

  it('to a body of 2,000 nested lists is 400, without a stack overflow', async () => {
    const note = `${'['.repeat(2_000)}${']'.repeat(2_000)}`;
    const { statusCode, body } = await api.post(JSON.stringify(PAYMENT).replace('{', `{"note":${note},`));
    expect([statusCode, body.error]).to.deep.equal([400, 'Request body must be nested at most 32 deep']);
    expect(api.failures).to.deep.equal([]);
  });

  const unsupported: Record<string, [event: object, statusCode: number, allow?: string]> = {
    'to an unsupported method of the list contains the supported methods': [
      { httpMethod: 'DELETE', resource: '/payments' },
      405,
      'GET, POST, HEAD, OPTIONS',
    ],
    'to an unsupported method of a payment contains the supported methods': [
      { httpMethod: 'POST', resource: '/payments/{id}' },
      405,
      'GET, HEAD, OPTIONS',
    ],
    'to GET of a refund contains the supported methods': [
      { httpMethod: 'GET', resource: '/payments/{id}/refund' },
      405,
      'POST, OPTIONS',
    ],
    'to an unknown resource is 404': [{ httpMethod: 'GET', resource: '/refunds' }, 404],
    'to a resource named like an inherited property is 404': [{ httpMethod: 'GET', resource: 'constructor' }, 404],
    'to an empty event is 400': [{}, 400],
  };
  for (const [sentence, [event, statusCode, allow]] of Object.entries(unsupported)) {
    it(sentence, async () => {
      const answer = await api.send(event);
      expect([answer.statusCode, answer.headers.Allow]).to.deep.equal([statusCode, allow]);
      expect(answer.body.error).to.equal('Unsupported method or resource');
    });
  }
});

describe('a page of another origin', () => {
  let api: LocalHandler;
  before(async () => {
    api = await startLocalHandler({ corsOrigins: [ORIGIN, 'https://till.example'] });
  });
  after(() => api.close());

  const preflight = (origin: string) =>
    api.send({
      httpMethod: 'OPTIONS',
      resource: '/payments',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('gets the allowed methods and headers', async () => {
    const { statusCode, headers, text } = await preflight(ORIGIN);
    expect([statusCode, text]).to.deep.equal([204, '']);
    expect(headers).to.include({
      Allow: 'GET, POST, HEAD, OPTIONS',
      'Access-Control-Allow-Origin': ORIGIN,
      'Access-Control-Allow-Methods': 'GET, POST, HEAD, OPTIONS',
      Vary: 'Origin',
    });
    expect(headers['Access-Control-Allow-Headers']).to.include('Idempotency-Key');
  });

  it('may read responses, including errors', async () => {
    const answers = [
      await api.post(PAYMENT, { Origin: ORIGIN }),
      await api.post({}, { Origin: 'https://till.example' }),
    ];
    expect(answers.map(({ headers }) => headers['Access-Control-Allow-Origin'])).to.deep.equal([
      ORIGIN,
      'https://till.example',
    ]);
    expect(answers[0]?.headers['Access-Control-Expose-Headers']).to.include('Idempotent-Replayed');
  });

  it('may not read responses if the spec does not list its origin', async () => {
    const { headers } = await preflight('https://other.example');
    expect(headers).to.not.have.property('Access-Control-Allow-Origin');
    expect(headers).to.include({ Vary: 'Origin' });
  });

  it('may not read responses if the spec lists no origins', async () => {
    const closed = await startLocalHandler();
    const { headers } = await closed.post(PAYMENT, { Origin: ORIGIN });
    expect(Object.keys(headers).filter((name) => /access-control|vary/i.test(name))).to.deep.equal([]);
    await closed.close();
  });

  it('may be of any origin if the spec allows it', async () => {
    const open = await startLocalHandler({ corsOrigins: ['*'] });
    const { headers } = await open.post(PAYMENT, { Origin: 'https://other.example' });
    expect(headers).to.have.property('Access-Control-Allow-Origin', '*');
    await open.close();
  });
});
