// The local run of a shipped spec with the payment handler.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'chai';
import { resourcesOf } from '../../../compiler/graph/graph';
import { renderCounts, renderExamples } from '../../../compiler/local/summary';
import { graphOf, ROOT } from '../../spec';
import { cleanUp, run, type TestRun, withInputs } from './project';

/** The stand-ins accept any credentials. */
const CLIENT = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'a' } };

describe('the local run of spec/pr1234.yaml', () => {
  const graph = graphOf('spec/pr1234.yaml');
  let localRun: TestRun;
  before(async () => {
    localRun = await run(graph, { root: ROOT });
  });
  after(cleanUp);

  it('prints the numbers of its resources', () => {
    expect(renderCounts(graph)).to.match(/^1 table, 1 queue, 1 function, 7 routes and \d+ other resources$/);
  });

  it('creates, reads and lists a payment with the printed curl commands', async () => {
    const payment = { id: 'pay-1', amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
    const lines = renderExamples(graph, localRun);
    const answers: unknown[] = [];
    for (const line of lines) {
      const { stdout } = await promisify(execFile)('sh', ['-c', `${line} --silent --show-error`]);
      answers.push(JSON.parse(stdout, (key, value) => (key === 'timestamp' ? 'a number' : value)));
    }
    const stored = { ...payment, status: 'processed', timestamp: 'a number' };
    expect(answers).to.deep.equal([{ payment_id: 'pay-1', status: 'success' }, stored, [stored]]);
  });

  it('responds with 400 to a body of 2,000 nested lists, as Lambda does', async () => {
    const required = '"amount": 1, "currency": "USD", "payment_method": "card", "customer_id": "c-1"';
    const body = `{${required}, "x": ${'['.repeat(2_000)}${']'.repeat(2_000)}}`;
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${localRun.url}/prod/payments`, { method: 'POST', headers, body });
    expect(response.status).to.equal(400);
    expect(await response.json()).to.include({ error: 'Request body must be nested at most 32 deep' });
  });

  it('prints the logs of the function', async () => {
    await fetch(`${localRun.url}/prod/payments/none`);
    const line = await localRun.line(/"none"/);
    expect(JSON.parse(line)).to.include({ resource: '/payments/{id}', statusCode: 404 });
  });

  it('queues requests that the handler could not store', async () => {
    const [node] = resourcesOf(graph, 'aws:lambda/function:Function');
    const { variables } = node?.inputs.environment ?? {};
    const environment = { variables: { ...variables, PAYMENTS_TABLE_NAME: 'not-there' } };
    const broken = await run(withInputs(graph, 'aws:lambda/function:Function', { environment }), { root: ROOT });
    const [line = ''] = renderExamples(graph, broken);
    await promisify(execFile)('sh', ['-c', `${line} --silent --show-error`]);

    const client = new SQSClient({ ...CLIENT, endpoint: broken.endpoints.sqs });
    const QueueName = 'payment-payment-processor-dlq-useast1-Production-pr1234';
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
    expect(QueueUrl).to.equal(`${broken.endpoints.sqs}/000000000000/${QueueName}`);
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).to.include({
      ApproximateNumberOfMessages: '1',
      MessageRetentionPeriod: '1209600',
      MaximumMessageSize: '262144',
    });
    client.destroy();
  });

  it('answers preflight requests of the origins that the spec allows', async () => {
    const spec =
      'extends: development.yaml\napi: { cors: { origins: ["https://shop.example", "https://other.example"] } }\n';
    const open = await run(graphOf('spec/cors.yaml', { 'spec/cors.yaml': spec }), { root: ROOT });
    const preflight = (Origin: string) =>
      fetch(`${open.url}/prod/payments/pay-1`, {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'GET' },
      });
    const allowed = await preflight('https://other.example');
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).to.deep.equal([
      204,
      'https://other.example',
    ]);
    const foreign = await preflight('https://attacker.example');
    expect(foreign.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('refuses unknown routes as API Gateway does', async () => {
    for (const [method, path] of [
      ['GET', '/prod/refunds'],
      ['DELETE', '/prod/payments'],
      ['GET', '/payments'],
    ] as const) {
      const response = await fetch(localRun.url + path, { method });
      expect(response.status, path).to.equal(403);
      expect(response.headers.get('x-amzn-errortype')).to.equal('MissingAuthenticationTokenException');
      expect(await response.json()).to.deep.include({ error: 'Missing Authentication Token' });
    }
  });
});
