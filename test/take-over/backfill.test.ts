// The backfill: lists payments that the previous program stored.

import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { backfillListing } from '../../take-over/list-payments';
import { type LocalHandler, PAYMENT, startLocalHandler } from '../runtime/local-handler';

describe('the backfill', () => {
  let api: LocalHandler;
  beforeEach(async () => {
    api = await startLocalHandler();
  });
  afterEach(() => api.close());

  /** Stores a payment as the previous program did. */
  async function storeOld(id: string, timestamp: string, status = 'processed'): Promise<void> {
    const Item = {
      id: { S: id },
      amount: { N: '10.25' },
      currency: { S: 'USD' },
      payment_method: { S: 'card' },
      customer_id: { S: 'c-1' },
      status: { S: status },
      timestamp: { N: timestamp },
    };
    await api.table.client.send(new PutItemCommand({ TableName: 'payments', Item }));
  }
  const ids = async (query = {}) => (await api.list(query)).body.map(({ id }: { id: string }) => id);
  const backfill = () => backfillListing(api.table.client, api.table.settings);

  it('adds each payment to its list, ordered by time, and changes nothing else', async () => {
    await storeOld('old-1', '1000000000');
    await storeOld('old-2', '1100000000');
    await api.post({ ...PAYMENT, id: 'new-1' });
    const before = (await api.get('old-1')).text;
    expect(await ids()).to.deep.equal(['new-1']);
    expect(await backfill()).to.deep.equal({ listed: 2, changedMeanwhile: 0, skipped: 0 });
    expect(await ids()).to.deep.equal(['new-1', 'old-2', 'old-1']);
    expect((await api.get('old-1')).text).to.equal(before);
    expect(await backfill()).to.deep.equal({ listed: 0, changedMeanwhile: 0, skipped: 0 });
  });

  it('lists a refunded payment by its current state', async () => {
    await storeOld('old-1', '1000000000');
    await api.send({ httpMethod: 'POST', resource: '/payments/{id}/refund', pathParameters: { id: 'old-1' } });
    expect(await backfill()).to.include({ listed: 1 });
    expect(await ids({ status: 'refunded' })).to.deep.equal(['old-1']);
  });

  it('skips payments that cannot be listed', async () => {
    await storeOld('odd', '1', 'pending');
    await storeOld('x'.repeat(1100), '1');
    await storeOld('far', '999999999999999');
    expect(await backfill()).to.deep.equal({ listed: 0, changedMeanwhile: 0, skipped: 3 });
  });
});
