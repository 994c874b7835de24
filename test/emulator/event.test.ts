// The event of the proxy integration, whole.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createEvent } from '../../compiler/backends/emulator/gateway/event';

const route = {
  stage: 'prod',
  stageVariables: null,
  apiId: 'local',
  method: 'GET',
  resourceId: '/payments/{}',
  resourcePath: '/payments/{id}',
  functionArn: '',
  timeoutMilliseconds: 29_000,
  requiredQueryParameters: [],
  authorization: 'NONE',
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
const identity = {
  requestId: '0b6c8a9e-9d4c-4d4b-8a80-8e0d4b9a7a11',
  extendedRequestId: 'MGI2YzhhOWUtOWQ=',
  traceId: 'Root=1-65f1a2b3-0123456789abcdef01234567',
  time: new Date('2024-04-09T12:34:56.789Z'),
};

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, 'fixtures', name), 'utf8'));

describe('the event of the proxy integration', () => {
  it('has all that a REST API says of a request with parameters', () => {
    const event = createEvent({ route, pathParameters: { id: 'a%20b' } }, request, identity);
    expect(asJson(event)).to.deep.equal(fixture('event-with-parameters.json'));
  });

  it('says null where a request has no parameters, and has the body as text', () => {
    const post = { ...route, method: 'POST', resourceId: '/payments', resourcePath: '/payments' };
    const posted = {
      ...request,
      method: 'POST',
      target: '/prod/payments',
      headers: [],
      body: Buffer.from('{"a":"ü"}'),
    };
    const event = createEvent({ route: post, pathParameters: {} }, posted, identity);
    expect(asJson(event)).to.deep.equal(fixture('event-with-body.json'));
  });
});
