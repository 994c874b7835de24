// Customer data never appears in the log or the queue, for any outcome of a request.

import { expect } from 'chai';
import { renderFailure } from '../../runtime/dead-letter';
import type { ApiEvent } from '../../runtime/event';
import { type LocalHandler, startLocalHandler } from './local-handler';

/** Canaries instead of customer data. The output must not contain them. */
const CANARIES = {
  card: '5555555555554444',
  grouped: '5555 5555 5555 4444',
  hyphenated: '5555-5555-5555-4444',
  underscored: '5555_5555_5555_4444',
  name: 'Canary Name',
  address: 'canary@example.com',
  token: 'tok canary secret',
  key: 'canary-key',
  header: 'canary-header',
  cursor: 'canary-cursor',
  path: 'canary path',
} as const;

const headers = {
  'Idempotency-Key': CANARIES.key,
  Authorization: CANARIES.header,
  Cookie: CANARIES.header,
  'X-Correlation-Id': `${CANARIES.header} `,
  Origin: CANARIES.header,
};
const body = (changes: object = {}) =>
  JSON.stringify({
    amount: '10.25',
    currency: 'USD',
    payment_method: CANARIES.token,
    customer_id: CANARIES.name,
    note: CANARIES.address,
    ...changes,
  });

const post = (text: string | null, resource = '/payments'): ApiEvent => ({
  httpMethod: 'POST',
  resource,
  path: `/payments/${CANARIES.path}`,
  headers,
  pathParameters: { id: CANARIES.path },
  queryStringParameters: { status: CANARIES.name, cursor: CANARIES.cursor },
  body: text,
});

const EVENTS: readonly ApiEvent[] = [
  post(body()),
  post(body()),
  post(body({ amount: 11 })),
  post(body({ id: 'pay-1' })),
  post(body({ id: CANARIES.name })),
  post(body({ payment_method: CANARIES.card })),
  post(body({ payment_method: CANARIES.grouped })),
  post(body({ amount: CANARIES.name })),
  post(body({ currency: CANARIES.name })),
  post(body({ [CANARIES.name]: 1, [CANARIES.card]: 1 })),
  post(`{"${CANARIES.name}`),
  post(CANARIES.name),
  post(null),
  post(null, '/payments/{id}/refund'),
  post(body(), '/payments/{id}/cancel'),
  post(body(), `/${CANARIES.name}`.slice(0, 1)),
  { ...post(body()), headers: { ...headers, 'Content-Type': CANARIES.name } },
  { ...post(body()), headers: { ...headers, 'Idempotency-Key': CANARIES.grouped } },
  { ...post(null), httpMethod: 'GET' },
  { ...post(null, '/payments/{id}'), httpMethod: 'GET' },
  { ...post(null, '/payments/{id}'), httpMethod: 'HEAD' },
  { ...post(null), httpMethod: 'OPTIONS' },
  { ...post(null), httpMethod: 'DELETE' },
  ...[CANARIES.card, CANARIES.hyphenated, CANARIES.underscored].flatMap((id) => [
    { ...post(null, '/payments/{id}'), httpMethod: 'GET', pathParameters: { id } },
    { ...post(null, '/payments/{id}/refund'), pathParameters: { id } },
  ]),
  { ...post(body()), headers: { 'X-Correlation-Id': CANARIES.card } },
  { ...post(body()), headers: { 'X-Correlation-Id': CANARIES.hyphenated } },
  { ...post(body()), requestContext: { requestId: CANARIES.card } },
  { ...post(null), httpMethod: 'GET', queryStringParameters: { status: CANARIES.card, from: CANARIES.card } },
  { ...post(body({ amount: CANARIES.card })), headers: {} },
  { ...post(`{"amount":${CANARIES.card},"currency":"USD","payment_method":"a","customer_id":"b"}`), headers: {} },
  { ...post(null, CANARIES.card), httpMethod: CANARIES.card },
];

describe('customer data', () => {
  for (const [way, errorName, unknownMembers] of [
    ['is handled', undefined, 'KEEP'],
    ['is rejected by the table', 'ValidationException', 'IGNORE'],
    ['fails because of an outage', 'ThrottlingException', 'IGNORE'],
  ] as const) {
    it(`is not in the log or the queue if the request ${way}`, async () => {
      let written = '';
      const streams = [process.stdout, process.stderr] as const;
      const originals = streams.map((stream) => stream.write);
      const api: LocalHandler = await startLocalHandler({ unknownMembers, corsOrigins: ['https://shop.example'] });
      try {
        if (errorName !== undefined) {
          api.table.client.middlewareStack.add(
            () => (args) => {
              // The error quotes the request, as errors of AWS do.
              throw Object.assign(new Error(JSON.stringify(args.input)), { name: errorName });
            },
            { step: 'initialize' },
          );
        }
        for (const stream of streams) {
          stream.write = ((text: string | Uint8Array) => {
            written += String(text);
            return true;
          }) as typeof stream.write;
        }
        for (const event of EVENTS) await api.send(event);
      } finally {
        for (const [at, stream] of streams.entries()) stream.write = originals[at] as typeof stream.write;
        await api.close();
      }
      const output = [written, ...api.lines, ...api.failures.map(renderFailure)].join('\n');
      expect(api.lines.length).to.be.at.least(EVENTS.length);
      expect(api.failures.length > 0).to.equal(errorName === 'ValidationException');
      for (const [what, canary] of Object.entries(CANARIES)) expect(output, what).not.to.include(canary);
    });
  }

  it('is detected by this test if it is in the log', async () => {
    const api = await startLocalHandler();
    await api.send({ ...post(null, `/${CANARIES.name}`), httpMethod: 'GET' });
    expect(api.lines.join()).to.include(CANARIES.name);
    await api.close();
  });
});
