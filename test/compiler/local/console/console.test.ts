// The console of a local run over HTTP: its data, its events, its actions, and what it refuses.

import { expect } from 'chai';
import type {
  AlarmDrill,
  AlarmRow,
  OverviewState,
  RequestDetail,
  RequestPage,
  SourceFile,
  SpecRow,
  Tick,
} from '../../../../compiler/local/console/api';
import type { Picture } from '../../../../compiler/picture/picture';
import { graphOf, ROOT } from '../../../spec';
import { resolvedSpec } from '../../picture/systems';
import { cleanUp, run, type TestRun } from '../project';
import { steppedClock } from '../stepped-clock';

const PAYMENT = { amount: '12.50', currency: 'EUR', payment_method: 'card_1', customer_id: 'customer_1' };

describe('the console of a local run', () => {
  let local: TestRun;
  let token = '';

  before(async () => {
    const spec = resolvedSpec('spec/development.yaml');
    const sources = {
      spec: () => spec,
      readScript: () => '',
    };
    // No minute ends on a stopped clock, so that no alarm is evaluated, however long the tests take.
    const clock = steppedClock();
    local = await run(graphOf('spec/development.yaml'), { root: ROOT, limits: 'count', clock, console: sources });
    const page = await (await fetch(`${local.url}/console`)).text();
    token = /name="console-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
  });
  after(cleanUp);

  const get = async <T>(path: string) => (await (await fetch(`${local.url}/console/api/${path}`)).json()) as T;
  const post = (path: string, fields: object, headers: Record<string, string> = { 'X-Console-Token': token }) =>
    fetch(`${local.url}/console/api/${path}`, { method: 'POST', body: JSON.stringify(fields), headers });
  const act = async <T>(path: string, fields: object) => (await (await post(path, fields)).json()) as T;

  /** Creates a payment. Returns the id of the request. */
  async function pay(body: object = PAYMENT): Promise<string> {
    const stage = local.routes[0]?.stage;
    const response = await fetch(`${local.url}/${stage}/payments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
    return response.headers.get('x-amzn-requestid') ?? '';
  }

  it('shows a payment with its checks, its invocation, and the call that stores it', async () => {
    const id = await pay();
    const detail = await get<RequestDetail>(`request?id=${id}`);
    expect(detail).to.include({ route: 'POST /payments', status: 200, refusedBy: null, replayProblem: null });
    expect(detail.checks.map(({ name }) => name)).to.include('throttle and quota');
    expect(detail.invocation).to.include({ isRunning: false, failure: null });
    const put = detail.storeCalls.find(({ operation }) => operation === 'PutItem');
    expect(put).to.include({ service: 'dynamodb', status: 200, error: null });
    expect(put?.units?.write).to.be.greaterThan(0);
    expect(put?.resources[0]).to.match(/payments/);
    expect(detail.lines.some(({ text }) => text.includes(id))).to.equal(true);
    expect(detail.curl).to.match(/^curl -X POST .*-d '\{"amount":"12.50"/);
    expect(JSON.parse(detail.responseBody.text)).to.have.property('payment_id');
  });

  it('lists requests, and filters them', async () => {
    await pay({ amount: 'x' });
    const page = await get<RequestPage>('requests?outcome=refused&limit=1');
    expect(page.rows[0]).to.include({ route: 'POST /payments', status: 400 });
    expect(page.rows[0]?.refusedBy).to.equal('the body model of POST /payments');
  });

  it('replays a request, and links both', async () => {
    const id = await pay();
    const { id: again } = await act<{ id: string }>('replay', { id });
    expect((await get<RequestDetail>(`request?id=${id}`)).repeatedBy).to.deep.equal([again]);
    const repeated = await get<RequestDetail>(`request?id=${again}`);
    expect(repeated).to.include({ repeats: id, status: 200 });
    // The same Idempotency-Key returns the stored response.
    expect(repeated.responseHeaders.map(([name]) => name.toLowerCase())).to.include('idempotent-replayed');
    const { id: fresh } = await act<{ id: string }>('replay', { id, hasNewKey: true });
    const headers = (await get<RequestDetail>(`request?id=${fresh}`)).responseHeaders;
    expect(headers.map(([name]) => name.toLowerCase())).to.not.include('idempotent-replayed');
  });

  it('sends an example of the spec', async () => {
    const { id } = await act<{ id: string }>('send', { example: 0 });
    expect((await get<RequestDetail>(`request?id=${id}`)).status).to.be.lessThan(500);
    expect((await post('send', { example: 99 })).status).to.equal(404);
  });

  it('redrives the dead-letter queue: replays its requests, and keeps other messages', async () => {
    const [queue] = await get<{ name: string }[]>('queues');
    const name = queue?.name ?? '';
    const letter = (replay: object) => JSON.stringify({ version: 1, method: 'POST', replay });
    for (const body of [letter({ operation: 'create', body: { id: crypto.randomUUID(), ...PAYMENT } }), 'no request'])
      await fetch(local.endpoints.sqs, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'AmazonSQS.SendMessage' },
        body: JSON.stringify({ QueueUrl: `${local.endpoints.sqs}/000000000000/${name}`, MessageBody: body }),
      });
    expect(await get('queues')).to.deep.include({ name, waiting: 2, delayed: 0, inFlight: 0 });
    const result = await act<{ results: { text: string; requestId: string | null }[] }>('redrive', { queue: name });
    expect(result).to.include({ processed: 1, kept: 1 });
    const [{ text, requestId } = { text: '', requestId: '' }] = result.results;
    expect(text).to.match(/POST \/payments answered 200$/);
    expect(await get(`request?id=${requestId}`)).to.include({ status: 200 });
    expect(await get('queues')).to.deep.include({ name, waiting: 1, delayed: 0, inFlight: 0 });
    expect(await get(`messages?queue=${name}`)).to.have.nested.property('messages[0].body.text', 'no request');
  });

  it('pages the items of a table, without consuming capacity', async () => {
    await pay();
    const [table] = await get<{ name: string; items: number; consumed: object }[]>('tables');
    const page = await get<{ items: object[]; next: string | null }>(`items?table=${table?.name}&limit=1`);
    expect(page.items).to.have.length(1);
    expect(page.next).to.not.equal(null);
    const next = await get<{ items: object[] }>(
      `items?table=${table?.name}&limit=1&start=${encodeURIComponent(page.next ?? '')}`,
    );
    expect(next.items[0]).to.not.deep.equal(page.items[0]);
    expect((await get<(typeof table)[]>('tables'))[0]?.consumed).to.deep.equal(table?.consumed);
    expect((await fetch(`${local.url}/console/api/items?table=none`)).status).to.equal(400);
  });

  it('shows the system with the traffic between its parts', async () => {
    await pay();
    const { boxes, edges } = await get<Picture>('picture');
    expect(boxes.map(({ id }) => id)).to.include.members(['clients', 'api', 'functions.payment-processor']);
    const { traffic, firing } = await get<OverviewState>('overview');
    expect(edges.filter(({ id }) => traffic[id] === undefined)).to.deep.equal([]);
    for (const edge of ['clients->api', 'api->api.routes.post-payment', 'functions.payment-processor->tables.payments'])
      expect(traffic[edge]?.total, edge).to.be.greaterThan(0);
    expect(firing).to.deep.equal([]);
  });

  it('shows the files of the spec, and no other file', async () => {
    const rows = await get<SpecRow[]>('spec');
    expect(rows.find(({ path }) => path === 'project')).to.include({ origin: 'spec/system.yaml:4' });
    const { text } = await get<SourceFile>('source?path=spec/system.yaml');
    expect(text.split('\n')[3]).to.match(/^project:/);
    expect((await fetch(`${local.url}/console/api/source?path=package.json`)).status).to.equal(404);
  });

  it('reports the limits with their values', async () => {
    const { series } = await get<{ series: { group: string; name: string; values: number[] }[] }>('limits');
    expect(new Set(series.map(({ group }) => group))).to.deep.equal(new Set(['throttles', 'concurrency', 'capacity']));
    expect(series.every(({ values }) => typeof values.at(-1) === 'number')).to.equal(true);
  });

  it('shows the alarms with their values', async () => {
    const [alarm] = await get<AlarmRow[]>('alarms');
    expect(alarm?.state).to.equal('INSUFFICIENT_DATA');
    expect(alarm?.chart?.times).to.have.length(alarm?.chart?.values.length ?? 0);
    expect(await get('inbox')).to.deep.equal([]);
  });

  it('runs the drill of an alarm', async () => {
    const alarms = await get<AlarmRow[]>('alarms');
    const name = alarms.find(({ hasDrill }) => hasDrill)?.name ?? '';
    const { fires, quiet } = await get<AlarmDrill>(`drill?alarm=${name}`);
    expect(fires.map(({ state }) => state)).to.include('ALARM');
    expect(quiet.map(({ state }) => state)).to.not.include('ALARM');
    expect(fires[0]).to.include({ seconds: 60 });
    expect((await fetch(`${local.url}/console/api/drill?alarm=none`)).status).to.equal(404);
  });

  it('sends an event when a request has ended', async () => {
    const stop = new AbortController();
    const { body } = await fetch(`${local.url}/console/api/events`, { signal: stop.signal });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const tick = async (): Promise<Tick> => JSON.parse(((await reader?.read())?.value ?? '').replace(/^data: /, ''));
    const { requests } = await tick();
    await pay();
    expect((await tick()).requests).to.be.greaterThan(requests);
    stop.abort();
  });

  it('sets how the receiver of webhooks responds', async () => {
    expect(await get('receiver')).to.deep.equal({ isUsed: false, mode: 'accept' });
    expect(await act('receiver', { mode: 'fail' })).to.deep.equal({ isUsed: false, mode: 'fail' });
    expect((await post('receiver', { mode: 'other' })).status).to.equal(400);
    expect(await get('receiver')).to.deep.equal({ isUsed: false, mode: 'fail' });
  });

  it('refuses actions without the token of its page', async () => {
    expect((await post('send', { example: 0 }, {})).status).to.equal(403);
    expect((await post('send', { example: 0 }, { 'X-Console-Token': 'x'.repeat(token.length) })).status).to.equal(403);
  });

  it('refuses pages of other origins, also for data', async () => {
    const response = await fetch(`${local.url}/console/api/requests`, { headers: { Origin: 'https://example.com' } });
    expect(response.status).to.equal(403);
  });

  it('lets the page load and call this server only', async () => {
    const { headers } = await fetch(`${local.url}/console`);
    expect(headers.get('content-security-policy')).to.match(
      /^default-src 'none'; script-src 'self'; connect-src 'self';/,
    );
    expect(headers.get('cross-origin-resource-policy')).to.equal('same-origin');
  });

  it('hides credentials of requests', async () => {
    const response = await fetch(`${local.url}/x`, {
      headers: { Authorization: 'Bearer secret-1', 'x-api-key': 'secret-2' },
    });
    const id = response.headers.get('x-amzn-requestid');
    const detail = await (await fetch(`${local.url}/console/api/request?id=${id}`)).text();
    expect(detail).to.include('Bearer …').and.not.include('secret-1');
  });
});
