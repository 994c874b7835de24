// Lists: newest first, in pages, complete and without duplicates during concurrent writes.

import { expect } from 'chai';
import { tableDeadline } from '../../runtime/deadline';
import { createItem } from '../../runtime/item';
import { createJsonNumber } from '../../runtime/json';
import { createListing, mergeNewestFirst } from '../../runtime/listing';
import { createPaymentStore } from '../../runtime/store';
import { fc } from '../random';
import { type Answer, type LocalHandler, startLocalHandler } from './local-handler';

const START = Date.UTC(2026, 0, 1);

describe('a list of payments', () => {
  let api: LocalHandler;
  beforeEach(async () => {
    api = await startLocalHandler();
  });
  afterEach(() => api.close());

  /** Stores a payment with a time, in seconds after the start. */
  async function store(id: string, seconds: number): Promise<void> {
    const payment = {
      id,
      amount: createJsonNumber('1'),
      currency: 'USD',
      payment_method: 'card',
      customer_id: 'c-1',
      unknown: {},
    };
    const now = new Date(START + seconds * 1000);
    const item = createItem(payment, { paymentId: id, fingerprint: 'print' }, { now, shards: 3 });
    await createPaymentStore(api.table.client, api.table.settings).add(item);
  }

  const act = (id: string, action: string) =>
    api.send({ httpMethod: 'POST', resource: `/payments/{id}/${action}`, pathParameters: { id } });
  const ids = ({ body }: Answer): string[] => body.map(({ id }: { id: string }) => id);
  const nextOf = ({ headers }: Answer): Record<string, string> | undefined => {
    const url = /^<([^>]+)>; rel="next"$/.exec(headers.Link ?? '')?.[1];
    return url === undefined ? undefined : Object.fromEntries(new URL(url, 'https://api.example').searchParams);
  };

  it('starts with the newest payments of all shards and states', async () => {
    for (const seconds of [3, 1, 4, 5, 2]) await store(`pay-${seconds}`, seconds);
    await act('pay-4', 'refund');
    await act('pay-2', 'cancel');
    expect(ids(await api.list())).to.deep.equal(['pay-5', 'pay-4', 'pay-3', 'pay-2', 'pay-1']);
    expect(ids(await api.list({ status: 'processed' }))).to.deep.equal(['pay-5', 'pay-3', 'pay-1']);
    expect(ids(await api.list({ status: 'refunded' }))).to.deep.equal(['pay-4']);
    expect(ids(await api.list({ status: 'cancelled' }))).to.deep.equal(['pay-2']);
  });

  it('causes no warnings of Node.js when it reads many partitions at once', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on('warning', note);
    const list = createListing(api.table.client, api.table.settings, async () => 8);
    const deadline = tableDeadline({ getRemainingTimeInMillis: () => 10_000 });
    expect(deadline()).to.be.instanceOf(AbortSignal);
    await list({ status: undefined, from: undefined, to: undefined, limit: 1 }, undefined, deadline);
    // Node.js emits warnings in the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings.filter((name) => name === 'MaxListenersExceededWarning')).to.deep.equal([]);
  });

  it('orders payments of the same time by id', async () => {
    for (const id of ['b', 'a', 'c']) await store(id, 1);
    expect(ids(await api.list())).to.deep.equal(['c', 'b', 'a']);
  });

  it('contains payments from a time, inclusive, to a time, exclusive', async () => {
    for (const seconds of [1, 2, 3, 4]) await store(`pay-${seconds}`, seconds);
    const epoch = (seconds: number) => String(START / 1000 + seconds);
    expect(ids(await api.list({ from: epoch(2), to: epoch(4) }))).to.deep.equal(['pay-3', 'pay-2']);
    expect(ids(await api.list({ from: '2026-01-01T00:00:03Z' }))).to.deep.equal(['pay-4', 'pay-3']);
    expect(ids(await api.list({ from: '2026-01-01T01:00:03+01:00' }))).to.deep.equal(['pay-4', 'pay-3']);
    expect(ids(await api.list({ from: epoch(4), to: epoch(2) }))).to.deep.equal([]);
  });

  it('queries an index, and does not scan', async () => {
    await store('pay-1', 1);
    // The first list of an instance reads the number of shards.
    await api.list();
    api.calls.length = 0;
    await api.list({ status: 'processed' });
    expect(api.calls).to.deep.equal(['QueryCommand', 'QueryCommand', 'QueryCommand']);
    api.calls.length = 0;
    await api.list();
    expect(new Set(api.calls)).to.deep.equal(new Set(['QueryCommand']));
    expect(api.calls).to.have.length(9);
  });

  it('contains a link to the next page only if there is one', async () => {
    for (const seconds of [1, 2, 3, 4]) await store(`pay-${seconds}`, seconds);
    const first = await api.list({ limit: '2', status: 'processed' });
    expect(first.headers.Link).to.match(/^<\/payments\?status=processed&limit=2&cursor=[\w.-]+>; rel="next"$/);
    const second = await api.list(nextOf(first));
    expect([ids(first), ids(second), nextOf(second)]).to.deep.equal([
      ['pay-4', 'pay-3'],
      ['pay-2', 'pay-1'],
      undefined,
    ]);
  });

  it('contains each payment once for any page size, while others are written and changed', async () => {
    // Each step writes a newer or an older payment, or changes an existing payment.
    const step = fc.record({ newer: fc.nat(2), refund: fc.option(fc.nat(9)), cancel: fc.option(fc.nat(9)) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(step, { maxLength: 8 }),
        async (times, limit, steps) => {
          const local = await startLocalHandler();
          const outer = api;
          api = local;
          try {
            const there = times.map((_, at) => `pay-${at}`);
            for (const [at, seconds] of times.entries()) await store(`pay-${at}`, seconds);
            const seen: string[] = [];
            let written = 0;
            let query: Record<string, string> | undefined = { limit: String(limit) };
            while (query) {
              const page: Answer = await api.list(query);
              expect(page.body.length).to.be.at.most(limit);
              seen.push(...ids(page));
              query = nextOf(page);
              const now = steps[written++];
              if (now === undefined) continue;
              for (let more = 0; more < now.newer; more++) await store(`new-${written}-${more}`, 100 + written);
              if (now.refund !== null) await act(`pay-${now.refund}`, 'refund');
              if (now.cancel !== null) await act(`pay-${now.cancel}`, 'cancel');
            }
            expect(seen.filter((id) => id.startsWith('pay-')).sort()).to.deep.equal(there.sort());
            expect(new Set(seen)).to.have.property('size', seen.length);
          } finally {
            api = outer;
            await local.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  const bad: Record<string, [query: Record<string, string>, parameters: string[]]> = {
    'rejects an unknown status': [{ status: 'zzz' }, ['status']],
    'rejects a limit of 0': [{ limit: '0' }, ['limit']],
    'rejects a limit above 100': [{ limit: '101' }, ['limit']],
    'rejects a limit that is not an integer': [{ limit: '1.5' }, ['limit']],
    'rejects invalid times': [{ from: 'yesterday', to: '2026-13-01T00:00:00Z' }, ['from', 'to']],
    'rejects a time without an offset': [{ from: '2026-01-01T00:00:00' }, ['from']],
    'rejects an invalid cursor': [{ cursor: 'x' }, ['cursor']],
  };
  for (const [sentence, [query, parameters]] of Object.entries(bad)) {
    it(sentence, async () => {
      const { statusCode, body } = await api.list(query);
      expect(statusCode).to.equal(400);
      expect(body.errors.map(({ parameter }: { parameter: string }) => parameter)).to.deep.equal(parameters);
    });
  }

  it('rejects repeated parameters', async () => {
    const event = { httpMethod: 'GET', resource: '/payments' };
    const repeated = { ...event, multiValueQueryStringParameters: { status: ['processed', 'refunded'] } };
    expect((await api.send(repeated)).statusCode).to.equal(400);
    expect(
      (await api.send({ ...event, multiValueQueryStringParameters: { status: ['refunded'] } })).body,
    ).to.deep.equal([]);
  });

  describe('rejects a cursor', () => {
    let query: Record<string, string>;
    beforeEach(async () => {
      for (const seconds of [1, 2, 3]) await store(`pay-${seconds}`, seconds);
      query = nextOf(await api.list({ limit: '1' })) ?? expect.fail('no next page');
    });

    it('of another list', async () => {
      expect((await api.list({ ...query, status: 'processed' })).statusCode).to.equal(400);
      expect((await api.list({ ...query, from: '1' })).statusCode).to.equal(400);
      expect((await api.list({ ...query, limit: '2' })).statusCode).to.equal(200);
    });

    it('with a changed character', async () => {
      const { cursor = '' } = query;
      for (const at of cursor.split('').keys()) {
        const changed = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
        expect((await api.list({ ...query, cursor: changed })).statusCode, changed).to.equal(400);
      }
    });

    it('of another table', async () => {
      const other = await startLocalHandler();
      expect((await other.list(query)).statusCode).to.equal(400);
      await other.close();
    });
  });

  it('costs one read for the shards, and one read and one write for the cursor key, once per instance', async () => {
    for (const seconds of [1, 2, 3]) await store(`pay-${seconds}`, seconds);
    api.calls.length = 0;
    const first = await api.list({ limit: '1', status: 'processed' });
    await api.list(nextOf(first));
    const others = api.calls.filter((name) => name !== 'QueryCommand');
    expect(others).to.deep.equal(['GetItemCommand', 'GetItemCommand', 'PutItemCommand']);
  });
});

describe('merging', () => {
  it('keeps the newer version of a payment that is in two lists', () => {
    const of = (version: number, status: string) => ({ id: 'pay-1', position: '2026#pay-1', version, status });
    expect(mergeNewestFirst([of(1, 'processed'), of(2, 'refunded')])).to.deep.equal([of(2, 'refunded')]);
    expect(mergeNewestFirst([of(2, 'refunded'), of(1, 'processed')])).to.deep.equal([of(2, 'refunded')]);
  });
});
