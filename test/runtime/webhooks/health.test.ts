// The health of webhooks: disabled after long failure or at once, for each URL, and healthy again after a success.

import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { WEBHOOKS_PARTITION } from '../../../contract/webhooks';
import { createWebhookHealth } from '../../../runtime/webhooks/health';
import { createLedgerTable, LEDGER_TABLE } from '../events/ledger-table';
import { type LocalTable, startLocalTable } from '../local-table';

const WEBHOOK = {
  url: 'https://shop.example/hook?token=abc',
  events: [],
  secret: 'arn',
  timeoutSeconds: 15,
  retryDelaysSeconds: [],
  disableAfterSeconds: 3_600,
};

describe('the health of a webhook', () => {
  let table: LocalTable;
  let clock: number;
  beforeEach(async () => {
    table = await startLocalTable();
    await createLedgerTable(table.client);
    clock = Date.parse('2026-11-30T11:00:00.000Z');
  });
  afterEach(() => table.close());

  /** The health as another instance of the function reads it. */
  const instance = () => createWebhookHealth(table.client, LEDGER_TABLE, () => new Date(clock));
  const isDisabled = async (webhook = WEBHOOK) => (await instance().read('shop', webhook)).isDisabled;

  it('is good at first', async () => {
    expect(await instance().read('shop', WEBHOOK)).to.deep.equal({ isDisabled: false });
  });

  it('ends when all attempts failed for the time', async () => {
    const health = instance();
    expect(await health.failed('shop', WEBHOOK)).to.equal(false);
    clock += 3_599_000;
    expect(await health.failed('shop', WEBHOOK)).to.equal(false);
    clock += 1_000;
    expect([await health.failed('shop', WEBHOOK), await isDisabled()]).to.deep.equal([true, true]);
    expect(await instance().failed('shop', WEBHOOK)).to.equal(false);
  });

  it('is good again after a success, which another instance may see', async () => {
    const health = instance();
    await health.failed('shop', WEBHOOK);
    clock += 3_590_000;
    await health.failed('shop', WEBHOOK);
    await instance().succeeded('shop', WEBHOOK);
    clock += 20_000;
    expect(await health.failed('shop', WEBHOOK)).to.equal(false);
    expect(await isDisabled()).to.equal(false);
  });

  it('ends at once on request, once, and a late success does not change that', async () => {
    const health = instance();
    await health.failed('shop', WEBHOOK);
    await health.read('shop', WEBHOOK);
    expect([await instance().disable('shop', WEBHOOK), await instance().disable('shop', WEBHOOK)]).to.deep.equal([
      true,
      false,
    ]);
    await health.succeeded('shop', WEBHOOK);
    expect(await isDisabled()).to.equal(true);
  });

  it('is good again at another URL', async () => {
    await instance().disable('shop', WEBHOOK);
    const moved = { ...WEBHOOK, url: 'https://shop.example/new' };
    expect(await isDisabled(moved)).to.equal(false);
    await instance().failed('shop', moved);
    expect([await isDisabled(moved), await isDisabled()]).to.deep.equal([false, false]);
  });

  it('is stored without the URL, which can contain a token', async () => {
    await instance().disable('shop', WEBHOOK);
    const Key = { day_shard: { S: WEBHOOKS_PARTITION }, event_id: { S: 'shop' } };
    const { Item } = await table.client.send(new GetItemCommand({ TableName: LEDGER_TABLE, Key }));
    expect(Item).to.have.property('disabled_at');
    expect(JSON.stringify(Item)).not.to.match(/shop\.example|token/);
  });
});
