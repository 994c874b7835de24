// Lists stay complete when the number of shards changes.

import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { createShardRecord, SHARD_RECORD_ID } from '../../runtime/shard-record';
import { backfillListing } from '../../take-over/list-payments';
import { fc } from '../random';
import { type Answer, handlerOn, type LocalHandler, PAYMENT } from './local-handler';
import { type LocalTable, startLocalTable } from './local-table';

const ids = ({ body }: Answer): string[] => body.map(({ id }: { id: string }) => id);

describe('the shards of a list', () => {
  let table: LocalTable;
  let clock: number;
  beforeEach(async () => {
    table = await startLocalTable();
    clock = Date.UTC(2026, 0, 1);
  });
  afterEach(() => table.close());

  /** Starts the handler with a number of shards. */
  function deploy(listingShards: number): LocalHandler {
    const settings = { ...table.settings, listingShards };
    return handlerOn({ ...table, settings }, { listingShards, now: () => new Date(clock++) });
  }
  const recorded = async () => {
    const get = new GetItemCommand({ TableName: 'payments', Key: { id: { S: SHARD_RECORD_ID } } });
    return (await table.client.send(get)).Item?.shards?.N;
  };

  it('contain all 40 payments after 4, 1, 4 and 2 shards', async () => {
    const written: string[] = [];
    for (const shards of [4, 1, 4, 2]) {
      const api = deploy(shards);
      for (let at = 0; at < 10; at++) {
        const id = `pay-${written.length}`;
        expect((await api.post({ ...PAYMENT, id })).statusCode).to.equal(200);
        written.unshift(id);
      }
      expect(ids(await api.list())).to.deep.equal(written);
    }
    expect(await recorded()).to.equal('4');
  });

  it('contain every payment once and in order, for any sequence of shard numbers, payments and changes', async () => {
    const step = fc.oneof(
      { weight: 1, arbitrary: fc.record({ shards: fc.integer({ min: 1, max: 6 }) }) },
      { weight: 3, arbitrary: fc.record({ post: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ refund: fc.nat(12) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        await table.close();
        table = await startLocalTable();
        let api = deploy(1);
        const written: string[] = [];
        for (const next of steps) {
          if ('shards' in next) api = deploy(next.shards);
          else if ('post' in next) {
            for (let more = 0; more < next.post; more++) {
              written.unshift(`pay-${written.length}`);
              await api.post({ ...PAYMENT, id: written[0] });
            }
          } else {
            const pathParameters = { id: `pay-${next.refund}` };
            await api.send({ httpMethod: 'POST', resource: '/payments/{id}/refund', pathParameters });
          }
        }
        expect(ids(await api.list())).to.deep.equal(written);
      }),
      { numRuns: 25 },
    );
  });

  it('cost one read for each instance, and no more reads for a list if the number never decreased', async () => {
    const api = deploy(2);
    await api.list({ status: 'processed' });
    expect(api.calls.splice(0)).to.deep.equal(['GetItemCommand', 'QueryCommand', 'QueryCommand']);
    await api.list({ status: 'processed' });
    expect(api.calls.splice(0)).to.deep.equal(['QueryCommand', 'QueryCommand']);
  });

  it('cost one write before the first payment when their number increases', async () => {
    const api = deploy(2);
    await api.post(PAYMENT);
    await api.post(PAYMENT);
    expect(api.calls).to.deep.equal(['GetItemCommand', 'UpdateItemCommand', 'PutItemCommand', 'PutItemCommand']);
    const next = deploy(2);
    await next.post(PAYMENT);
    expect(next.calls).to.deep.equal(['GetItemCommand', 'PutItemCommand']);
    const single = deploy(1);
    await single.post(PAYMENT);
    expect(single.calls).to.deep.equal(['PutItemCommand']);
  });

  it('are also recorded by a change of a payment, which moves it to another shard', async () => {
    await deploy(1).post({ ...PAYMENT, id: 'pay-1' });
    const pathParameters = { id: 'pay-1' };
    await deploy(5).send({ httpMethod: 'POST', resource: '/payments/{id}/refund', pathParameters });
    expect(ids(await deploy(1).list())).to.deep.equal(['pay-1']);
    expect(await recorded()).to.equal('5');
  });

  it('never decrease in the record, in any order of two instances', async () => {
    const record = (listingShards: number) => createShardRecord(table.client, { ...table.settings, listingShards });
    await Promise.all([3, 8, 5, 2].map((shards) => record(shards).raise()));
    expect(await recorded()).to.equal('8');
  });

  it('refuse a payment if they cannot be recorded, and a retry stores it', async () => {
    const api = deploy(4);
    let isDown = true;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (isDown && commandName === 'UpdateItemCommand')
            throw Object.assign(new Error('down'), { name: 'ProvisionedThroughputExceededException' });
          return next(args);
        },
      { step: 'initialize', priority: 'high' },
    );
    const payment = { ...PAYMENT, id: 'pay-1' };
    expect((await api.post(payment)).statusCode).to.equal(503);
    isDown = false;
    expect((await api.get('pay-1')).statusCode).to.equal(404);
    expect((await api.post(payment)).statusCode).to.equal(200);
    expect(ids(await deploy(1).list())).to.deep.equal(['pay-1']);
  });

  it('are recorded by a backfill', async () => {
    await backfillListing(table.client, { paymentsTableName: 'payments', listingShards: 4 });
    expect(await recorded()).to.equal('4');
  });
});
