// Throttles, API keys and quotas of the local run.

import { expect } from 'chai';
import { graphOf } from '../../../../spec';
import { cleanUp, makeProject, run, specOf, withInputs } from '../../project';
import { steppedClock } from '../../stepped-clock';
import { apiOf } from '../in-process-api';

const OK = `export const handler = () => ({ statusCode: 200, body: '' });`;

/** A project with a function for each name; `more` are lines of its API. */
function projectOf(more: string, functions: readonly string[] = ['one', 'two']) {
  const spec = specOf(functions).replace('  authorization: NONE', more);
  const files = functions.map((name) => [`functions/${name}.ts`, OK] as const);
  return makeProject({ 'spec/test.yaml': spec, ...Object.fromEntries(files) });
}

const throttled = (rateLimit: number, burstLimit: number) =>
  `  authorization: NONE\n  throttle: { rateLimit: ${rateLimit}, burstLimit: ${burstLimit} }`;

const PLANS = `  authorization: API_KEY
  throttle: { rateLimit: 100, burstLimit: 100 }
  usagePlans:
    shops: { keys: [first, second], throttle: { rateLimit: 1, burstLimit: 2 }, quota: { requests: 3, period: DAY } }
    bank: { keys: [branch] }`;

const withKey = (value: string) => ({ headers: [['X-Api-Key', value]] as const });

const DAY_MILLISECONDS = 86_400_000;

describe('the throttle of a stage', () => {
  afterEach(cleanUp);

  for (const rate of [1, 2, 5])
    it(`admits the burst and the refill: 200 requests over 19.9 s at burst 1 and ${rate} requests/s`, async () => {
      const api = apiOf(projectOf(throttled(rate, 1)).compile());
      let admitted = 0;
      for (let sent = 0; sent < 200; sent += 1) {
        if (sent > 0) api.clock.step(100);
        const { statusCode } = await api.send('GET /prod/one');
        if (statusCode === 200) admitted += 1;
      }
      expect(admitted).to.equal(1 + Math.floor(rate * 19.9));
      expect(api.refusals()).to.deep.equal([
        {
          statusCode: 429,
          by: `the throttle of GET /one (${rate} ${rate === 1 ? 'request' : 'requests'}/s, burst 1)`,
          requests: 200 - admitted,
        },
      ]);
    });

  it('admits exactly the burst on a stopped clock', async () => {
    const api = apiOf(projectOf(throttled(3, 7)).compile());
    expect(await api.count('GET /prod/one', 20)).to.deep.equal({ 200: 7, 429: 13 });
  });

  it('has a bucket for each method', async () => {
    const api = apiOf(projectOf(throttled(1, 1)).compile());
    expect(await api.count('GET /prod/one', 2)).to.deep.equal({ 200: 1, 429: 1 });
    expect(await api.count('GET /prod/two', 2)).to.deep.equal({ 200: 1, 429: 1 });
  });

  it("refuses with the graph's own gateway response, and prints the first refusal", async () => {
    const api = apiOf(projectOf(throttled(1, 1)).compile());
    await api.send('GET /prod/one');
    const { statusCode, headers, body } = await api.send('GET /prod/one');
    await api.send('GET /prod/one');
    expect(statusCode).to.equal(429);
    expect(headers).to.include({
      'content-type': 'application/problem+json',
      'retry-after': '1',
      'x-amzn-errortype': 'TooManyRequestsException',
    });
    expect(body).to.include({ type: 'urn:payment-spec:problem:throttled', detail: 'Too Many Requests' });
    expect(api.lines).to.deep.equal(['Refused with 429 by the throttle of GET /one (1 request/s, burst 1)']);
  });

  it('does not apply to requests without a route, which take no token', async () => {
    const api = apiOf(projectOf(throttled(1, 1)).compile());
    expect(await api.count('GET /prod/three', 3)).to.deep.equal({ 403: 3 });
    expect((await api.send('GET /prod/one')).statusCode).to.equal(200);
  });

  it('is that of spec/pr1234.yaml: 2,000 payments at once, and 1,000 more after a second', async () => {
    const graph = graphOf('spec/pr1234.yaml');
    // Another test covers the function's reservation, which has a lower limit.
    const unreserved = withInputs(graph, 'aws:lambda/function:Function', { reservedConcurrentExecutions: -1 });
    const api = apiOf(unreserved);
    expect(await api.count('GET /prod/payments/a', 2_010)).to.deep.equal({ 200: 2_000, 429: 10 });
    api.clock.step(1_000);
    expect(await api.count('GET /prod/payments/a', 1_010)).to.deep.equal({ 200: 1_000, 429: 10 });
  });

  it('admits fewer requests if the throttle of the account, which all methods share, is used up', async () => {
    const project = projectOf(throttled(10, 10));
    const yaml = specOf(['one', 'two'])
      .replace('  authorization: NONE', throttled(10, 10))
      .concat('quotas: { apiGateway: { throttleRateLimit: 10, throttleBurstLimit: 12 } }\n');
    project.write({ 'spec/test.yaml': yaml });
    const api = apiOf(project.compile());
    expect(await api.count('GET /prod/one', 10)).to.deep.equal({ 200: 10 });
    expect(await api.count('GET /prod/two', 10)).to.deep.equal({ 200: 2, 429: 8 });
    expect(api.refusals()).to.deep.equal([
      { statusCode: 429, by: "the account's throttle (10 requests/s, burst 12)", requests: 8 },
    ]);
  });

  it('serves all requests in the mode count, and counts those beyond a limit', async () => {
    const api = apiOf(projectOf(throttled(1, 1)).compile(), { mode: 'count' });
    expect(await api.count('GET /prod/one', 5)).to.deep.equal({ 200: 5 });
    expect(api.refusals()).to.have.length(1);
    expect(api.refusals()[0]).to.include({ statusCode: 429, requests: 4 });
    expect(api.lines).to.deep.equal(['Would be refused with 429 by the throttle of GET /one (1 request/s, burst 1)']);
  });

  it('does not apply in the mode off', async () => {
    const api = apiOf(projectOf(throttled(1, 1)).compile(), { mode: 'off' });
    expect(await api.count('GET /prod/one', 5)).to.deep.equal({ 200: 5 });
    expect(api.refusals()).to.deep.equal([]);
  });

  it('refuses requests over HTTP in real time, admits one again after the refill, and reports the refusals', async () => {
    const project = projectOf(throttled(1, 1), ['one']);
    const localRun = await run(project.compile(), { root: project.root, limits: 'enforce' });
    const send = async () => (await fetch(`${localRun.url}/prod/one`)).status;
    const statuses = await Promise.all(Array.from({ length: 20 }, send));
    expect(statuses.filter((status) => status === 200)).to.not.be.empty;
    expect(statuses).to.include(429);
    let status: number;
    do status = await send();
    while (status === 429);
    expect(status).to.equal(200);
    const [count] = localRun.refusals;
    const report = await (await fetch(`${localRun.url}/limits`)).json();
    expect(report).to.deep.equal({ schemaVersion: 1, mode: 'enforce', refusals: [count] });
    expect(count?.requests).to.be.at.least(1);
  });

  it('keeps its tokens during a reload, unless the throttle changes', async () => {
    const project = projectOf(throttled(1, 2), ['one']);
    const localRun = await run(project.compile(), { root: project.root, clock: steppedClock() });
    const send = async () => (await fetch(`${localRun.url}/prod/one`)).status;
    expect([await send(), await send(), await send()]).to.deep.equal([200, 200, 429]);
    await localRun.replace(project.compile());
    expect(await send()).to.equal(429);
    project.write({ 'spec/test.yaml': specOf(['one']).replace('  authorization: NONE', throttled(1, 1)) });
    await localRun.replace(project.compile());
    expect([await send(), await send()]).to.deep.equal([200, 429]);
  });
});

describe('API keys and usage plans', () => {
  afterEach(cleanUp);

  it('refuse requests without a key or with an unknown one, which take no tokens', async () => {
    const api = apiOf(projectOf(PLANS).compile());
    for (const request of [{}, withKey('local-api-key-unknown')]) {
      const { statusCode, headers, body } = await api.send('GET /prod/one', request);
      expect(statusCode).to.equal(403);
      expect(headers).to.include({ 'x-amzn-errortype': 'ForbiddenException' });
      expect(body).to.include({ detail: 'Forbidden', type: 'urn:payment-spec:problem:refused' });
    }
    expect(api.refusals().map(({ by }) => by)).to.deep.equal([
      'authorization of GET /one: an unknown API key in the header x-api-key',
      'authorization of GET /one: no API key in the header x-api-key',
    ]);
  });

  it('identify the key in the event of the function', async () => {
    const api = apiOf(projectOf(PLANS).compile());
    const [key] = api.apiKeys;
    const { body } = await api.send('GET /prod/one', withKey(key?.value ?? ''));
    expect(body).to.have.nested.property('requestContext.identity.apiKey', key?.value);
    expect(body).to.have.nested.property('requestContext.identity.apiKeyId', key?.name);
  });

  it('throttle the requests of each key to all methods together, and count admitted requests towards the daily quota', async () => {
    const api = apiOf(projectOf(PLANS).compile());
    const [branch, first, second] = [...api.apiKeys]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ value }) => withKey(value));
    expect(await api.count('GET /prod/one', 1, first)).to.deep.equal({ 200: 1 });
    expect(await api.count('GET /prod/two', 2, first)).to.deep.equal({ 200: 1, 429: 1 });
    expect(await api.count('GET /prod/one', 2, second)).to.deep.equal({ 200: 2 });
    expect(await api.count('GET /prod/one', 50, branch)).to.deep.equal({ 200: 50 });
    api.clock.step(5_000);
    expect(await api.count('GET /prod/one', 1, first)).to.deep.equal({ 200: 1 });
    const { statusCode, headers, body } = await api.send('GET /prod/one', first);
    expect([statusCode, headers['x-amzn-errortype'], body.detail]).to.deep.equal([
      429,
      'LimitExceededException',
      'Limit Exceeded',
    ]);
    // AWS sends no Retry-After, and the graph adds it only to throttled requests.
    expect(headers).to.not.have.property('retry-after');
    api.clock.step(DAY_MILLISECONDS);
    expect(await api.count('GET /prod/one', 2, first)).to.deep.equal({ 200: 2 });
    expect(api.refusals().map(({ by }) => by)).to.deep.equal([
      'the quota of usage plan shops-usage-plan, key shops-first-key (3 requests a day)',
      'the throttle of usage plan shops-usage-plan, key shops-first-key (1 request/s, burst 2)',
    ]);
  });

  it('have values of at least 20 characters that differ from each other', () => {
    const { apiKeys } = apiOf(projectOf(PLANS).compile());
    expect(new Set(apiKeys.map(({ value }) => value))).to.have.length(3);
    for (const { value } of apiKeys) expect(value).to.match(/^\S{20,128}$/);
  });
});
