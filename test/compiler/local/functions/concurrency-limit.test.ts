// The limits of concurrency, tested with requests to the API.

import { expect } from 'chai';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { graphOf } from '../../../spec';
import { makeGate } from '../gate';
import { apiOf, type TestFunctions } from '../gateway/in-process-api';
import { cleanUp, makeProject, run, specOf } from '../project';
import { steppedClock } from '../stepped-clock';

/** An API whose functions wait until the test releases them. */
function heldApi(graph: ResourceGraph, mode: TestFunctions['mode'] = 'enforce') {
  const waiting: (() => void)[] = [];
  const invoke = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return JSON.stringify({ statusCode: 200, body: '{}' });
  };
  const api = apiOf(graph, { mode, invoke });
  return {
    ...api,
    /** Sends requests at the same time. Returns the sorted statuses of those that are refused, after all others are in progress. */
    async refused(line: string, requests: number): Promise<number[]> {
      const statuses: number[] = [];
      for (let sent = 0; sent < requests; sent += 1)
        void api.send(line).then(({ statusCode }) => statuses.push(statusCode));
      await new Promise((resolve) => setImmediate(resolve));
      return statuses;
    },
    /** Ends the invocations in progress with a response. */
    async release(): Promise<void> {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
    inProgress: () => waiting.length,
  };
}

const projectOf = (settings: string, more = '') =>
  makeProject({
    'spec/test.yaml': specOf(['one', 'two'], more).replace(
      'entry: functions/one.ts',
      `entry: functions/one.ts${settings}`,
    ),
  }).compile();

describe('the concurrency of functions', () => {
  afterEach(cleanUp);

  it('refuses invocations beyond a reservation with 500, and admits them again when one ends', async () => {
    const api = heldApi(projectOf(', reservedConcurrency: 2'));
    expect(await api.refused('GET /prod/one', 5)).to.deep.equal([500, 500, 500]);
    expect(api.inProgress()).to.equal(2);
    expect(api.refusals()).to.deep.equal([
      { statusCode: 500, by: 'reserved concurrency 2 of small-one-useast1-test-t', requests: 3 },
    ]);
    await api.release();
    expect(await api.refused('GET /prod/one', 3)).to.deep.equal([500]);
  });

  it("responds with the graph's own gateway response", async () => {
    const api = heldApi(projectOf(', reservedConcurrency: 1'));
    await api.refused('GET /prod/one', 1);
    const { statusCode, headers, body } = await api.send('GET /prod/one');
    expect(statusCode).to.equal(500);
    expect(headers).to.include({ 'content-type': 'application/problem+json' });
    expect(body).to.include({ type: 'urn:payment-spec:problem:internal-error', detail: 'Internal server error' });
  });

  it('refuses more than ten requests a second for each reserved execution', async () => {
    const api = apiOf(projectOf(', reservedConcurrency: 1'));
    expect(await api.count('GET /prod/one', 15)).to.deep.equal({ 200: 10, 500: 5 });
    api.clock.step(1_000);
    expect(await api.count('GET /prod/one', 15)).to.deep.equal({ 200: 10, 500: 5 });
    const [{ by } = { by: '' }] = api.refusals();
    expect(by).to.match(/^the rate of 10 requests\/s of reserved concurrency 1 of small-one-/);
  });

  it("limits other functions to the account's unreserved concurrency", async () => {
    const quotas = 'quotas: { lambda: { concurrentExecutions: 110 } }\n';
    const api = heldApi(projectOf(', reservedConcurrency: 5', quotas));
    expect(await api.refused('GET /prod/two', 110)).to.deep.equal(Array(5).fill(500));
    expect(await api.refused('GET /prod/one', 6)).to.deep.equal([500]);
    expect(api.refusals().map(({ by }) => by)).to.deep.equal([
      "the account's unreserved concurrency 105, which small-two-useast1-test-t uses",
      'reserved concurrency 5 of small-one-useast1-test-t',
    ]);
  });

  it('is that of spec/pr1234.yaml: 100 requests at the same time', async () => {
    const api = heldApi(graphOf('spec/pr1234.yaml'));
    expect(await api.refused('GET /prod/payments/a', 103)).to.deep.equal([500, 500, 500]);
  });

  it('serves all requests in the mode count, and counts those beyond a limit', async () => {
    const api = heldApi(projectOf(', reservedConcurrency: 2'), 'count');
    expect(await api.refused('GET /prod/one', 5)).to.deep.equal([]);
    expect(api.refusals().map(({ requests }) => requests)).to.deep.equal([3]);
  });

  it('does not apply in the mode off', async () => {
    const api = heldApi(projectOf(', reservedConcurrency: 2'), 'off');
    expect(await api.refused('GET /prod/one', 5)).to.deep.equal([]);
    expect([api.inProgress(), api.refusals()]).to.deep.equal([5, []]);
  });

  it('refuses requests over HTTP while a function with a reservation of one is busy', async () => {
    const gate = await makeGate();
    const code = `export const handler = async ({ queryStringParameters }) => {
      if (queryStringParameters) { ${gate.wait} }
      return { statusCode: 200 };
    };`;
    const spec = specOf(['one']).replace(
      'entry: functions/one.ts',
      'entry: functions/one.ts, reservedConcurrency: 1, timeoutSeconds: 28',
    );
    const project = makeProject({ 'functions/one.ts': code, 'spec/test.yaml': spec });
    const localRun = await run(project.compile(), { root: project.root, clock: steppedClock() });
    const send = async (query = '') => (await fetch(`${localRun.url}/prod/one${query}`)).status;
    const first = send('?wait=1');
    await gate.reached;
    expect([await send(), await send()]).to.deep.equal([500, 500]);
    gate.open();
    expect([await first, await send()]).to.deep.equal([200, 200]);
    expect(localRun.refusals.map(({ requests }) => requests)).to.deep.equal([2]);
  });
});
