// Lambda's Invoke API in the local run.

import { expect } from 'chai';
import { ThrottledInvocation } from '../../../compiler/local/functions/concurrency-limit';
import { InvocationError } from '../../../compiler/local/functions/function-host';
import { serveLambda } from '../../../compiler/local/lambda-api';

const PATH = '/2015-03-31/functions/worker/invocations';

interface Change {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Buffer | undefined;
}

/** Sends a request to a run whose functions answer as `invoke` does. */
function send(change: Change, invoke: (arn: string, event: unknown) => Promise<string> = async () => '{}') {
  const headers = [['Host', '127.0.0.1:3000'] as const, ...(change.headers ?? [])];
  const request = { method: 'POST', target: PATH, body: Buffer.from('{"a":1}'), ...change, headers };
  const rest = { protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', port: 3000 };
  const endpoints = async () => ({ sqs: 'http://127.0.0.1:1' });
  return serveLambda({ ...request, ...rest }, { region: 'us-east-1', invoke, endpoints });
}

describe("Lambda's API in the local run", () => {
  it('invokes a function by its name or its ARN, with the payload', async () => {
    const invoked: unknown[] = [];
    const invoke = async (...invocation: unknown[]) => JSON.stringify(invoked.push(invocation.slice(0, 2)));
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:worker';
    const byArn = `/2015-03-31/functions/${encodeURIComponent(arn)}/invocations?Qualifier=x`;
    expect(await send({}, invoke)).to.include({ statusCode: 200, body: '1' });
    await send({ target: byArn, body: Buffer.alloc(0) }, invoke);
    expect(invoked).to.deep.equal([
      [arn, { a: 1 }],
      [arn, {}],
    ]);
  });

  it('answers the failure of a function as Lambda does', async () => {
    const response = await send({}, () => Promise.reject(new InvocationError('it failed\n    at line 1')));
    expect(response?.statusCode).to.equal(200);
    expect(response?.headers).to.deep.include(['X-Amz-Function-Error', 'Unhandled']);
    expect(JSON.parse(String(response?.body))).to.deep.equal({
      errorType: 'InvocationError',
      errorMessage: 'it failed',
    });
  });

  for (const [what, change, statusCode] of [
    ['a payload that is not JSON', { body: Buffer.from('{') }, 400],
    ['a payload that is too large', { body: Buffer.alloc(6 * 1024 * 1024 + 1, ' ') }, 413],
    ['an asynchronous invocation', { headers: [['X-Amz-Invocation-Type', 'Event']] }, 400],
    ['a page of another origin', { headers: [['Origin', 'https://evil.example']] }, 403],
    ['a page that reads the URLs', { method: 'GET', target: '/endpoints', headers: [['Origin', 'null']] }, 403],
  ] as const)
    it(`refuses ${what}`, async () => {
      expect((await send(change, () => Promise.reject(new Error('not expected'))))?.statusCode).to.equal(statusCode);
    });

  it('answers a throttled invocation with 429', async () => {
    const throttled = await send({}, () => Promise.reject(new ThrottledInvocation('the reserved concurrency')));
    expect(throttled?.statusCode).to.equal(429);
  });

  it('lists the URLs of the services, and leaves other requests to the API', async () => {
    const listed = await send({ method: 'GET', target: '/endpoints' });
    expect(JSON.parse(String(listed?.body))).to.deep.equal({
      schemaVersion: 1,
      endpoints: { lambda: 'http://127.0.0.1:3000', sqs: 'http://127.0.0.1:1' },
    });
    for (const change of [{ target: '/prod/payments' }, { method: 'GET' }, { target: '/endpoints' }])
      expect(send(change)).to.equal(undefined);
  });
});
