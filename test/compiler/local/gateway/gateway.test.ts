// Responses of the local run when a function fails or a request is refused, and the input of a function.

import { connect } from 'node:net';
import { expect } from 'chai';
import type { ProcessVariables } from '../../../../compiler/graph/value';
import { LocalRunError } from '../../../../compiler/local/local-run-error';
import { cleanUp, makeProject, run, specOf, type TestRun, withInputs } from '../project';

const FUNCTIONS = {
  hang: 'export const handler = () => new Promise(() => {});',
  throw: 'export const handler = () => { throw new TypeError("no such thing"); };',
  malformed: 'export const handler = () => ({ status: 200 });',
  exit: 'export const handler = () => process.exit(3);',
  die: `export const handler = () => {
    setTimeout(() => { throw new Error('afterwards'); });
    return { statusCode: 200 };
  };`,
  binary: `export const handler = () => ({
    statusCode: 200, isBase64Encoded: true, body: '/wAB',
    headers: { 'Content-Type': 'image/png' }, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
  });`,
  context: `let calls = 0;
  export const handler = (event, context) => {
    const remaining = context.getRemainingTimeInMillis();
    const body = JSON.stringify({ calls: ++calls, context, remaining, variables: process.env });
    return { statusCode: 200, body };
  };`,
};

interface PrintedContext {
  readonly calls: number;
  readonly context: { readonly awsRequestId: string };
  readonly remaining: number;
  readonly variables: Readonly<Record<string, string>>;
}

/** The status and the problem of a refusal, in the form of the graph's gateway responses. */
async function problemOf(response: Response): Promise<[status: number, problem: object]> {
  expect(response.headers.get('content-type')).to.equal('application/problem+json');
  const { requestId, ...problem } = (await response.json()) as { requestId: string };
  expect(requestId).to.equal(response.headers.get('x-amzn-requestid'));
  return [response.status, problem];
}

const failed = (detail: string) => ({
  error: detail,
  type: 'urn:payment-spec:problem:internal-error',
  title: 'The request failed because of an internal error',
  detail,
});
const refused = (detail: string) => ({
  error: detail,
  type: 'urn:payment-spec:problem:refused',
  title: 'The request is rejected',
  detail,
});
const INTERNAL = failed('Internal server error');

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890';

describe('the local API', () => {
  after(cleanUp);

  describe('when functions fail', () => {
    const names = Object.keys(FUNCTIONS);
    let api: TestRun;
    let impatient: TestRun;
    /** The input of the function `context`. */
    const told = async () => (await (await get('context')).json()) as PrintedContext;
    const get = (name: string) => fetch(`${api.url}/prod/${name}`);
    before(async () => {
      const project = makeProject({
        ...Object.fromEntries(Object.entries(FUNCTIONS).map(([name, text]) => [`functions/${name}.ts`, text])),
        'spec/test.yaml': specOf(names, 'queues: { lost: {} }\n'),
      });
      const graph = project.compile();
      const lambda = 'aws:lambda/function:Function';
      // The function that reaches its timeout has 0.5 s. The others have enough time for a busy machine.
      api = await run(
        withInputs(withInputs(graph, lambda, { timeout: 60 }), lambda, { timeout: 0.5 }, 'hang'),
        project,
      );
      const integration = 'aws:apigateway/integration:Integration';
      impatient = await run(withInputs(graph, integration, { timeoutMilliseconds: 50 }), project);
    });

    it('responds with 502 when a function throws, and prints the source location', async () => {
      const response = await get('throw');
      expect(await problemOf(response)).to.deep.equal([502, INTERNAL]);
      expect(await api.line(/TypeError/)).to.match(
        /^small-throw-\S+: TypeError: no such thing\n +at \S+ \(functions\/throw\.ts:1:\d+\)/,
      );
    });

    it('responds with 502 to a malformed response', async () => {
      const response = await get('malformed');
      expect(await problemOf(response)).to.deep.equal([502, INTERNAL]);
      expect(await api.line(/^small-malformed/)).to.match(/: malformed Lambda proxy response$/);
    });

    it('responds with 502 when a function ends its process, and restarts it', async () => {
      expect([(await get('exit')).status, (await get('exit')).status]).to.deep.equal([502, 502]);
      expect(await api.line(/^small-exit/)).to.match(/: the function's process exited with code 3$/);
    });

    it('restarts a function that ended while it was idle, and prints the reason', async () => {
      expect((await get('die')).status).to.equal(200);
      await api.line(/^Error: afterwards/);
      expect((await get('die')).status).to.equal(200);
    });

    it('stops a function after its timeout, and responds with 502', async () => {
      const response = await get('hang');
      expect(await problemOf(response)).to.deep.equal([502, INTERNAL]);
      expect(await api.line(/^small-hang/)).to.match(/: timed out after 0\.50 seconds$/);
    });

    it('responds with 504 after the integration timeout', async () => {
      const response = await fetch(`${impatient.url}/prod/hang`);
      expect(await problemOf(response)).to.deep.equal([504, failed('Endpoint request timed out')]);
    });

    it('does not decode base64 without binary media types, and keeps headers with several values', async () => {
      const response = await get('binary');
      expect(await response.text()).to.equal('/wAB');
      expect(response.headers.get('content-type')).to.equal('image/png');
      expect(response.headers.getSetCookie()).to.deep.equal(['a=1', 'b=2']);
    });

    it("passes a function Lambda's context, and only its own environment variables", async () => {
      const first = await told();
      const { calls, context, remaining, variables } = await told();
      // The second call uses the same instance.
      expect([first.calls, calls]).to.deep.equal([1, 2]);
      expect(remaining).to.be.within(1, 60_000);
      expect(context.awsRequestId)
        .to.match(/^[0-9a-f-]{36}$/)
        .and.not.equal(first.context.awsRequestId);
      const functionName = 'small-context-useast1-test-t';
      expect({ ...context, awsRequestId: '' }).to.deep.equal({
        awsRequestId: '',
        callbackWaitsForEmptyEventLoop: true,
        functionName,
        functionVersion: '$LATEST',
        invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
        memoryLimitInMB: '512',
        logGroupName: `/aws/lambda/${functionName}`,
        logStreamName: 'local',
      });
      expect(variables).to.include({
        _HANDLER: 'index.handler',
        AWS_REGION: 'us-east-1',
        AWS_LAMBDA_FUNCTION_NAME: functionName,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
        AWS_ENDPOINT_URL_DYNAMODB: api.endpoints.dynamodb,
        AWS_ENDPOINT_URL_SQS: api.endpoints.sqs,
        AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
      });
      expect(variables).to.not.have.any.keys('PATH', 'HOME', 'LAMBDA_TASK_ROOT');
    });

    it('responds with 413 to a body above 10 MB', async () => {
      const post = (length: number) => fetch(`${api.url}/prod/none`, { method: 'POST', body: 'a'.repeat(length) });
      const response = await post(10 * 1024 * 1024 + 1);
      expect(await problemOf(response)).to.deep.equal([413, refused('Request Too Long')]);
      expect((await post(10 * 1024 * 1024)).status).to.equal(403);
    });

    it('keeps running when a client of DynamoDB disconnects during a request', async () => {
      const { port } = new URL(api.endpoints.dynamodb);
      const socket = connect(Number(port), '127.0.0.1');
      await new Promise<void>((sent) =>
        socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf', () => sent()),
      );
      await fetch(api.endpoints.dynamodb);
      socket.destroy();
      expect((await fetch(api.endpoints.dynamodb)).status).to.equal(200);
    });
  });

  describe('with messages of the maximum size of Lambda', () => {
    let api: TestRun;
    before(async () => {
      const route = '    post-large: { method: POST, path: /large, function: large }\n';
      const project = makeProject({
        'functions/large.ts': `export const handler = (event) => ({
          statusCode: 200, body: 'a'.repeat(Number(event.queryStringParameters.length)),
        });`,
        'spec/test.yaml': specOf(['large']).replace(/^functions:/m, `${route}functions:`),
      });
      api = await run(project.compile(), project);
    });

    it('responds with 502 to a response above 6 MB', async () => {
      const get = (length: number) => fetch(`${api.url}/prod/large?length=${length}`);
      const fits = 6_291_556 - JSON.stringify({ statusCode: 200, body: '' }).length;
      expect(await problemOf(await get(fits + 1))).to.deep.equal([502, INTERNAL]);
      expect(await api.line(/^small-large/)).to.match(
        /: the response has 6291557 bytes; Lambda allows at most 6291556$/,
      );
      expect((await (await get(fits)).text()).length).to.equal(fits);
    });

    it('responds with 413 to a request whose event is too large for Lambda', async () => {
      const post = (body: string) => fetch(`${api.url}/prod/large?length=1`, { method: 'POST', body });
      expect(await problemOf(await post('a'.repeat(7_000_000)))).to.deep.equal([413, refused('Request Too Long')]);
      // Each quotation mark takes two bytes in the event.
      expect((await post('"'.repeat(3_200_000))).status).to.equal(413);
      expect((await post('"'.repeat(3_000_000))).status).to.equal(200);
    });
  });

  it('responds with 400 without a required query parameter', async () => {
    const project = makeProject({
      'functions/find.ts':
        'export const handler = (event) => ({ statusCode: 200, body: event.queryStringParameters.q });',
      'spec/test.yaml': specOf(['find']).replace(
        'function: find }',
        'function: find, queryParameters: { q: { required: true } } }',
      ),
    });
    const api = await run(project.compile(), project);
    const response = await fetch(`${api.url}/prod/find?other=1`);
    expect(await problemOf(response)).to.deep.equal([400, refused('Missing required request parameters: [q]')]);
    expect(await (await fetch(`${api.url}/prod/find?q=a%20b`)).text()).to.equal('a b');
  });

  const addresses: Record<string, string> = {
    'of a public API': 'endpointType: REGIONAL',
    'of a private API': 'endpointType: PRIVATE\n  vpcEndpointIds: [vpce-0123456789abcdef0]',
    'of a domain name': `domain: { name: pay.bank.example, certificateArn: "${CERTIFICATE}" }`,
  };
  for (const [what, says] of Object.entries(addresses)) {
    it(`replaces the URL ${what} with its own`, async () => {
      const spec = specOf(['one']).replace('small-api', `small-api\n  ${says}`);
      const project = makeProject({
        'functions/one.ts': 'export const handler = () => ({ statusCode: 200, body: process.env.OWN_URL });',
        'spec/test.yaml': spec.replace('one.ts }', 'one.ts, environment: { OWN_URL: "{{ api.url }}" } }'),
      });
      const api = await run(project.compile(), project);
      expect(await (await fetch(`${api.url}/prod/one`)).text()).to.equal(`${api.url}/prod/`);
    });
  }

  it('gives a function the value of a secret process variable', async () => {
    const project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200, body: process.env.LEDGER });',
      'spec/test.yaml': `variables: { LEDGER_TOKEN: { default: unset } }\n${specOf(['one'])}`.replace(
        'one.ts }',
        'one.ts, environment: { LEDGER: "Bearer {{ env.LEDGER_TOKEN }}" } }',
      ),
    });
    const bodyWith = async (variables: ProcessVariables) =>
      (await fetch(`${(await run(project.compile(), { ...project, variables })).url}/prod/one`)).text();
    expect(await bodyWith({ LEDGER_TOKEN: 'a-value' })).to.equal('Bearer a-value');
    expect(await bodyWith({})).to.equal('Bearer unset');
  });

  const failures: Record<string, [text: string, message: RegExp]> = {
    'that throws': [
      'const settings: any = null; settings.name;\nexport const handler = () => 1;',
      /^small-one-useast1-test-t does not start: TypeError: .+ \(functions\/one\.ts:1:\d+\)$/,
    ],
    // The exports of a CommonJS module are known only when it runs.
    'that does not export its handler': [
      'exports.other = 1;',
      /^small-one-useast1-test-t does not start: the module does not export a function handler$/,
    ],
  };
  for (const [sentence, [text, message]] of Object.entries(failures)) {
    it(`refuses to start, with a one-line message, with a function ${sentence}`, async () => {
      const project = makeProject({ 'functions/one.ts': text, 'spec/test.yaml': specOf(['one']) });
      const error = await run(project.compile(), project).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(LocalRunError);
      expect((error as LocalRunError).message).to.match(message);
    });
  }
});
