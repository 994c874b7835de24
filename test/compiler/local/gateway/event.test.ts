// The complete event of the proxy integration.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { RoutedRequest } from '../../../../compiler/local/gateway/checks/check';
import { createEvent } from '../../../../compiler/local/gateway/event';

const route = {
  name: 'payments',
  stage: 'prod',
  stageVariables: null,
  apiId: 'local',
  method: 'GET',
  resourceId: '/payments/{}',
  resourcePath: '/payments/{id}',
  functionArn: '',
  timeoutMilliseconds: 29_000,
  requiredQueryParameters: [],
  bodyModels: {},
  authorization: 'NONE',
  authorizerId: '',
  authorizationScopes: [],
  cacheKeyParameters: [],
  apiKeyRequired: false,
};
const request = {
  method: 'GET',
  target: '/prod/payments/a%20b?tag=x&tag=y%20z&empty=',
  protocol: 'HTTP/1.1',
  headers: [
    ['Host', '127.0.0.1:3000'],
    ['User-Agent', 'curl/8.5.0'],
    ['Accept', 'text/html'],
    ['Accept', 'application/json'],
  ],
  body: Buffer.from(''),
  sourceIp: '127.0.0.1',
  port: 3000,
} as const;
/** The request with other members. */
function routed(members: Partial<RoutedRequest>): RoutedRequest {
  const sent = { ...request, route, pathParameters: {}, ...members };
  return { ...sent, query: new URLSearchParams(sent.target.split('?')[1]) };
}

const identity = {
  caller: {},
  requestId: '0b6c8a9e-9d4c-4d4b-8a80-8e0d4b9a7a11',
  extendedRequestId: 'MGI2YzhhOWUtOWQ=',
  traceId: 'Root=1-65f1a2b3-0123456789abcdef01234567',
  time: new Date('2024-04-09T12:34:56.789Z'),
};

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, 'fixtures', name), 'utf8'));

describe('the event of the proxy integration', () => {
  it('contains all fields of a REST API for a request with parameters', () => {
    const event = createEvent(routed({ pathParameters: { id: 'a%20b' } }), identity);
    expect(asJson(event)).to.deep.equal(fixture('event-with-parameters.json'));
  });

  it('contains null for missing parameters, and the body as text', () => {
    const post = { ...route, method: 'POST', resourceId: '/payments', resourcePath: '/payments' };
    const posted = {
      ...request,
      method: 'POST',
      target: '/prod/payments',
      headers: [],
      body: Buffer.from('{"a":"ü"}'),
    };
    const event = createEvent(routed({ ...posted, route: post }), identity);
    expect(asJson(event)).to.deep.equal(fixture('event-with-body.json'));
  });

  const headers: Record<string, [sent: [string, string][], values: Record<string, string[]>]> = {
    'omits headers of the connection': [
      [
        ['Connection', 'keep-alive, X-Hop'],
        ['Content-Length', '7'],
        ['Keep-Alive', 'timeout=5'],
        ['Transfer-Encoding', 'chunked'],
        ['TE', 'trailers'],
        ['Expect', '100-continue'],
        ['Upgrade', 'h2c'],
        ['x-hop', 'of this connection'],
        ['Accept', '*/*'],
      ],
      { Accept: ['*/*'] },
    ],
    'contains each header once, ignoring the case of names': [
      [
        ['X-Tag', 'a'],
        ['x-tag', 'b'],
        ['user-agent', 'c'],
        ['AUTHORIZATION', 'd'],
      ],
      { 'X-Tag': ['a', 'b'], 'User-Agent': ['c'], Authorization: ['d'] },
    ],
    'overwrites headers about the origin of the request': [
      [
        ['X-Forwarded-For', '203.0.113.9'],
        ['X-Forwarded-Proto', 'gopher'],
        ['X-Forwarded-Port', '70'],
      ],
      {},
    ],
  };
  for (const [sentence, [sent, values]] of Object.entries(headers)) {
    it(sentence, () => {
      const event = createEvent(routed({ headers: sent }), identity);
      const forwarded = sent.find(([name]) => name === 'X-Forwarded-For')?.[1];
      const own = {
        'X-Amzn-Trace-Id': [identity.traceId],
        'X-Forwarded-For': [forwarded === undefined ? '127.0.0.1' : `${forwarded}, 127.0.0.1`],
        'X-Forwarded-Port': ['3000'],
        'X-Forwarded-Proto': ['http'],
      };
      expect(event.multiValueHeaders).to.deep.equal({ ...values, ...own });
      expect(event.headers).to.have.all.keys(Object.keys({ ...values, ...own }));
    });
  }
});
