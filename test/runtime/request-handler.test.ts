// What a request leaves behind besides its answer: a line of the log, and a message if it failed inside.

import { expect } from 'chai';
import type { Failure } from '../../runtime/dead-letter';
import type { ApiEvent } from '../../runtime/event';
import { createLog } from '../../runtime/log';
import { createRequestHandler } from '../../runtime/request-handler';
import type { PaymentStore } from '../../runtime/store';

const START = Date.UTC(2026, 0, 1);
const SECRETS = ['4111', 'c-secret', '17.17', 'hunter2'];
const POST = {
  httpMethod: 'POST',
  resource: '/payments',
  headers: { authorization: 'hunter2' },
  body: '{"id":"pay-1","amount":17.17,"currency":"USD","payment_method":"card 4111","customer_id":"c-secret"}',
};
const REQUEST = { requestId: 'request-1', method: 'POST', resource: '/payments', paymentId: 'pay-1' };

describe('the request handler', () => {
  const handled: Record<string, [event: ApiEvent, line: object]> = {
    'logs a payment without what is the customer’s': [
      POST,
      { level: 'info', message: 'request handled', ...REQUEST, statusCode: 200 },
    ],
    'logs the id that was asked for': [
      { httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id: 'pay-2' } },
      {
        level: 'info',
        message: 'request handled',
        requestId: 'request-1',
        method: 'GET',
        resource: '/payments/{id}',
        paymentId: 'pay-2',
        statusCode: 404,
        errorName: 'RequestError',
      },
    ],
    'does not log what cannot be an id': [
      { httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id: 'c-secret 4111' } },
      {
        level: 'info',
        message: 'request handled',
        requestId: 'request-1',
        method: 'GET',
        resource: '/payments/{id}',
        statusCode: 404,
        errorName: 'RequestError',
      },
    ],
    'logs no long method and resource': [
      { httpMethod: 'x'.repeat(9999), resource: 'y'.repeat(9999) },
      {
        level: 'info',
        message: 'request handled',
        requestId: 'request-1',
        method: 'x'.repeat(128),
        resource: 'y'.repeat(128),
        statusCode: 400,
        errorName: 'RequestError',
      },
    ],
  };
  for (const [sentence, [event, line]] of Object.entries(handled)) {
    it(sentence, async () => {
      const { lines, failures, text } = await handle(event, { add: async () => undefined, get: async () => undefined });
      expect(lines).to.deep.equal([{ ...line, time: '2026-01-01T00:00:00.000Z', durationMilliseconds: 7 }]);
      expect(failures).to.deep.equal([]);
      for (const secret of SECRETS) expect(text).not.to.include(secret);
    });
  }

  it('answers 500 and reports a failure inside', async () => {
    const error = new TypeError('broken');
    const { response, lines, failures, text } = await handle(POST, { add: () => Promise.reject(error) });
    expect([response.statusCode, response.body]).to.deep.equal([500, '{"error":"Internal server error"}']);
    expect(failures).to.deep.equal([{ ...REQUEST, time: '2026-01-01T00:00:00.000Z', error }]);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include({ level: 'error', ...REQUEST, statusCode: 500, errorName: 'TypeError' });
    for (const secret of SECRETS) expect(text).not.to.include(secret);
  });

  it('answers 500 and logs both errors when the report fails too', async () => {
    const store = { add: () => Promise.reject(new TypeError('broken')) };
    const { response, lines } = await handle(POST, store, () => Promise.reject(new RangeError('no queue')));
    expect(response.statusCode).to.equal(500);
    expect(lines.map(({ level, message, errorName }) => [level, message, errorName])).to.deep.equal([
      ['error', 'failure not reported', 'RangeError'],
      ['error', 'request handled', 'TypeError'],
    ]);
  });
});

async function handle(event: ApiEvent, store: Partial<PaymentStore>, deadLetter?: () => Promise<void>) {
  const failures: Failure[] = [];
  let text = '';
  let calls = 0;
  const write = (line: string) => {
    text += line;
  };
  const handler = createRequestHandler({
    currencyExponents: new Map([['USD', 2]]),
    store: store as PaymentStore,
    deadLetter: deadLetter ?? (async (failure) => void failures.push(failure)),
    log: createLog(write, () => new Date(START)),
    createId: () => 'created',
    // A request takes 7 ms.
    now: () => new Date(START + (calls++ === 0 ? 0 : 7)),
  });
  const response = await handler(event, { awsRequestId: 'request-1' });
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { response, lines, failures, text };
}
