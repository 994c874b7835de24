// Effects of a request besides its response: a log line with metrics, and a dead letter for an internal failure.

import { expect } from 'chai';
import type { Failure } from '../../runtime/dead-letter';
import type { Deadline } from '../../runtime/deadline';
import type { ApiEvent } from '../../runtime/event';
import { createLog } from '../../runtime/log';
import { createRequestHandler, type Dependencies } from '../../runtime/request-handler';
import type { PaymentStore } from '../../runtime/store';

const START = Date.UTC(2026, 0, 1);
const TIME = '2026-01-01T00:00:00.000Z';
const POST = {
  httpMethod: 'POST',
  resource: '/payments',
  body: '{"id":"pay-1","amount":17.17,"currency":"USD","payment_method":"tok_1","customer_id":"c-1"}',
};
const GET = { httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id: 'pay-2' } };
const REQUEST = { requestId: 'request-1', correlationId: 'request-1', method: 'POST', resource: '/payments' };
const LINE = { time: TIME, level: 'info', message: 'request handled', durationMilliseconds: 7, coldStart: true };

const metric = (name: string, dimensions: string[] = [], unit = 'Count') => ({
  Namespace: 'Payments',
  Dimensions: [dimensions],
  Metrics: [{ Name: name, Unit: unit }],
});
const aws = (...CloudWatchMetrics: object[]) => ({ Timestamp: START, CloudWatchMetrics });

describe('the request handler', () => {
  const handled: Record<string, [event: ApiEvent, line: object]> = {
    'logs a payment, and counts it by currency': [
      POST,
      {
        ...REQUEST,
        paymentId: 'pay-1',
        statusCode: 200,
        PaymentsProcessed: 1,
        PaymentAmount: 17.17,
        currency: 'USD',
        _aws: aws(metric('PaymentsProcessed'), metric('PaymentAmount', ['currency'], 'None')),
      },
    ],
    'logs the correlation id, and the request id of API Gateway': [
      { ...GET, headers: { 'x-correlation-id': 'order-1' }, requestContext: { requestId: 'gateway-1' } },
      {
        requestId: 'gateway-1',
        correlationId: 'order-1',
        method: 'GET',
        resource: '/payments/{id}',
        paymentId: 'pay-2',
        statusCode: 404,
        reason: 'not-found',
        errorName: 'RequestError',
      },
    ],
    'does not log an invalid id': [
      { ...GET, pathParameters: { id: 'Jane Doe' }, headers: { 'X-Correlation-Id': 'Jane Doe' } },
      {
        ...REQUEST,
        method: 'GET',
        resource: '/payments/{id}',
        statusCode: 404,
        reason: 'not-found',
        errorName: 'RequestError',
      },
    ],
    'neither logs nor returns a card number as an id': [
      { ...GET, pathParameters: { id: '4111111111111111' }, headers: { 'X-Correlation-Id': '4111-1111-1111-1111' } },
      {
        ...REQUEST,
        method: 'GET',
        resource: '/payments/{id}',
        statusCode: 404,
        reason: 'not-found',
        errorName: 'RequestError',
      },
    ],
    'does not log an amount with the digits of a card number': [
      { ...POST, body: POST.body.replace('17.17', '4111111111111111') },
      {
        ...REQUEST,
        paymentId: 'pay-1',
        statusCode: 200,
        PaymentsProcessed: 1,
        _aws: aws(metric('PaymentsProcessed')),
      },
    ],
    'does not log a card number in any member': [
      { ...GET, httpMethod: 'X 4111 1111 1111 1111' },
      {
        ...REQUEST,
        method: '[card number removed]',
        resource: '/payments/{id}',
        statusCode: 405,
        reason: 'method-not-allowed',
        errorName: 'RequestError',
      },
    ],
    'counts a refused payment by reason': [
      { ...POST, body: '{}' },
      {
        ...REQUEST,
        statusCode: 400,
        errorName: 'RequestError',
        reason: 'invalid-payment',
        PaymentsRefused: 1,
        _aws: aws(metric('PaymentsRefused'), metric('PaymentsRefused', ['reason'])),
      },
    ],
    'truncates a long method and resource in the log': [
      { httpMethod: 'x'.repeat(9999), resource: 'y'.repeat(9999) },
      {
        ...REQUEST,
        method: 'x'.repeat(128),
        resource: 'y'.repeat(128),
        statusCode: 404,
        reason: 'not-found',
        errorName: 'RequestError',
      },
    ],
  };
  for (const [sentence, [event, line]] of Object.entries(handled)) {
    it(sentence, async () => {
      const { lines, failures } = await handle(event, { add: async () => undefined, get: async () => undefined });
      expect(lines).to.deep.equal([{ ...LINE, ...line }]);
      expect(failures).to.deep.equal([]);
    });
  }

  it('logs whether a request is the first of its instance', async () => {
    const run = surround({ get: async () => undefined });
    await run.handler(GET, { awsRequestId: 'request-1' });
    await run.handler(GET, { awsRequestId: 'request-2' });
    expect(run.lines().map(({ coldStart }) => coldStart)).to.deep.equal([true, false]);
  });

  it('responds with 500 to an internal failure, and reports it with the data to retry it', async () => {
    const error = new TypeError('broken');
    const { response, lines, failures } = await handle(POST, { add: () => Promise.reject(error) });
    expect(response.statusCode).to.equal(500);
    expect(JSON.parse(response.body)).to.deep.equal({
      error: 'Internal server error',
      type: 'urn:payment-spec:problem:internal-error',
      title: 'The request failed because of an internal error',
      status: 500,
      detail: 'Internal server error',
      requestId: 'request-1',
    });
    const [{ fingerprint, ...failure } = expect.fail('no failure')] = failures;
    expect(fingerprint).to.match(/^[\w-]{43}$/);
    const body = { id: 'pay-1', amount: '17.17', currency: 'USD', payment_method: 'tok_1', customer_id: 'c-1' };
    expect(failure).to.deep.equal({
      ...REQUEST,
      paymentId: 'pay-1',
      time: TIME,
      replay: { operation: 'create', body },
      error,
    });
    const failed = { ...REQUEST, paymentId: 'pay-1', statusCode: 500, errorName: 'TypeError' };
    const metrics = { RequestsFailed: 1, _aws: aws(metric('RequestsFailed')) };
    expect(lines).to.deep.equal([{ ...LINE, level: 'error', ...failed, ...metrics }]);
  });

  it('omits the data to retry if the client may retry with another id', async () => {
    const body = POST.body.replace('"id":"pay-1",', '');
    const { failures } = await handle({ ...POST, body }, { add: () => Promise.reject(new TypeError('broken')) });
    expect(failures.map(({ paymentId, replay }) => ({ paymentId, replay }))).to.deep.equal([
      { paymentId: 'created', replay: undefined },
    ]);
  });

  it('responds with 500, and logs and counts the loss if the report also fails', async () => {
    const store = { add: () => Promise.reject(new TypeError('broken')) };
    const deadLetter = () => Promise.reject(new RangeError('no queue'));
    const { response, lines } = await handle(POST, store, { deadLetter });
    expect(response.statusCode).to.equal(500);
    expect(lines.map(({ level, message, errorName }) => [level, message, errorName])).to.deep.equal([
      ['error', 'failure not reported', 'RangeError'],
      ['error', 'request handled', 'TypeError'],
    ]);
    expect(lines[1]).to.deep.include({ DeadLettersLost: 1, RequestsFailed: 1 });
  });

  const outages: [name: string, members: object][] = [
    ['ProvisionedThroughputExceededException', {}],
    ['ThrottlingException', {}],
    ['TimeoutError', {}],
    ['AbortError', {}],
    ['Error', { code: 'ECONNREFUSED' }],
    ['Error', { $metadata: { httpStatusCode: 503 } }],
  ];
  for (const [name, members] of outages) {
    it(`responds with 503 to ${name} ${JSON.stringify(members)} of the table, so that the client retries`, async () => {
      const error = Object.assign(new Error('out'), { name, ...members });
      const { response, lines, failures } = await handle(POST, { add: () => Promise.reject(error) });
      expect(response.statusCode).to.equal(503);
      expect(response.headers).to.include({ 'Retry-After': '1', 'Content-Type': 'application/problem+json' });
      expect(failures).to.deep.equal([]);
      expect(lines[0]).to.deep.include({
        level: 'info',
        reason: 'unavailable',
        errorName: name,
        RequestsUnavailable: 1,
      });
    });
  }

  it('limits table calls to the remaining time of the invocation, minus the time for the response', async () => {
    const get = (_id: string, deadline?: Deadline) =>
      new Promise<never>((_resolve, reject) => {
        const signal = deadline?.();
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    const run = surround({ get });
    const limits: number[] = [];
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (milliseconds) => {
      limits.push(milliseconds);
      return timeout.call(AbortSignal, milliseconds);
    };
    try {
      const response = await run.handler(GET, { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 150 });
      expect([response.statusCode, limits]).to.deep.equal([503, [100]]);
    } finally {
      AbortSignal.timeout = timeout;
    }
  });
});

function surround(store: Partial<PaymentStore>, changes: Partial<Dependencies> = {}) {
  const failures: Failure[] = [];
  let text = '';
  let calls = 0;
  const write = (line: string) => {
    text += line;
  };
  const handler = createRequestHandler({
    currencies: new Map([['USD', { exponent: 2 }]]),
    unknownMembers: 'IGNORE',
    idempotencyMode: 'OPTIONAL',
    listingShards: 1,
    pageSize: 100,
    corsOrigins: [],
    store: store as PaymentStore,
    list: async () => ({ payments: [], end: undefined }),
    cursorKey: async () => Buffer.alloc(32),
    deadLetter: async (failure) => void failures.push(failure),
    log: createLog(write, () => new Date(START), 'Payments'),
    createId: () => 'created',
    // The last reading of the clock is 7 ms after the first.
    now: () => new Date(START + (calls++ === 0 ? 0 : 7)),
    ...changes,
  });
  const lines = () =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { handler, failures, lines };
}

async function handle(event: ApiEvent, store: Partial<PaymentStore>, changes: Partial<Dependencies> = {}) {
  const run = surround(store, changes);
  const response = await run.handler(event, { awsRequestId: 'request-1' });
  return { response, lines: run.lines(), failures: run.failures };
}
