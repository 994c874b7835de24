// The payment store: conditional writes, exact numbers, and requests that DynamoDB would reject.

import type { AttributeValue, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { createItem, type PaymentItem } from '../../runtime/item';
import { createJsonNumber } from '../../runtime/json';
import { createPaymentStore, MAX_KEY_BYTES, type PaymentStore, type StatusChange } from '../../runtime/store';
import { type LocalTable, startLocalTable } from './local-table';

const REFUND: StatusChange = { from: 'processed', to: 'refunded', versions: undefined, entry: { to: 'refunded' } };

describe('the payment store', () => {
  let table: LocalTable;
  let store: PaymentStore;
  let calls: { command: string; input: object }[];

  beforeEach(async () => {
    table = await startLocalTable();
    store = createPaymentStore(table.client, table.settings);
    calls = [];
    table.client.middlewareStack.add(
      (next, { commandName: command = '' }) =>
        (args) => {
          calls.push({ command, input: args.input });
          return next(args);
        },
      { step: 'initialize' },
    );
  });
  afterEach(() => table.close());

  it('keeps every digit of an amount', async () => {
    const payment = itemOf('pay-1', '123456789012345678901234567890123456.78');
    expect(await store.add(payment)).to.equal(undefined);
    expect(String((await store.get('pay-1'))?.amount)).to.equal('123456789012345678901234567890123456.78');
  });

  it('returns the existing payment with an id, and does not change it', async () => {
    await store.add(itemOf('pay-1', '10.25'));
    const taken = await store.add(itemOf('pay-1', '99'));
    expect(String(taken?.amount)).to.equal('10.25');
    expect(await store.get('pay-1')).to.deep.equal(taken);
  });

  it('makes no second call if DynamoDB returns the existing payment', async () => {
    await store.add(itemOf('pay-1', '10.25'));
    sendOldItem(table.client, { amount: { N: '90071992547409.93' } });
    expect(String((await store.add(itemOf('pay-1', '99')))?.amount)).to.equal('90071992547409.93');
    expect(calls.map(({ command }) => command)).to.deep.equal(['PutItemCommand', 'PutItemCommand']);
  });

  it('reads payments consistently', async () => {
    await store.get('pay-1');
    expect(calls).to.deep.equal([
      {
        command: 'GetItemCommand',
        input: { TableName: 'payments', Key: { id: { S: 'pay-1' } }, ConsistentRead: true },
      },
    ]);
  });

  it('adds one of many concurrent payments with the same id', async () => {
    const amounts = ['1', '2', '3', '4', '5'];
    const taken = await Promise.all(amounts.map((amount) => store.add(itemOf('pay-1', amount))));
    expect(taken.filter((payment) => payment === undefined)).to.have.length(1);
  });

  it('changes a state once, and records the change and the new version in the payment', async () => {
    await store.add(itemOf('pay-1', '1'));
    const first = await store.change('pay-1', REFUND);
    expect(first.changed).to.equal(true);
    expect(first.item).to.deep.include({ status: 'refunded', history: [{ to: 'refunded' }] });
    expect(first.item?.status_shard).to.match(/^refunded#[0-2]$/);
    expect(String(first.item?.version)).to.equal('2');
    const second = await store.change('pay-1', REFUND);
    expect(second).to.deep.equal({ changed: false, item: first.item });
  });

  it('applies one of many concurrent changes of a state', async () => {
    await store.add(itemOf('pay-1', '1'));
    const ways: StatusChange[] = [REFUND, { ...REFUND, to: 'cancelled' }, REFUND, { ...REFUND, to: 'cancelled' }];
    const changes = await Promise.all(ways.map((way) => store.change('pay-1', way)));
    expect(changes.filter(({ changed }) => changed)).to.have.length(1);
    expect((await store.get('pay-1'))?.history).to.have.length(1);
  });

  const conditions: Record<string, [versions: number[], changed: boolean]> = {
    'changes the expected version': [[1], true],
    'changes one of several expected versions': [[2, 1], true],
    'does not change another version': [[2], false],
    'does not change a payment if no version is allowed': [[], false],
  };
  for (const [sentence, [versions, changed]] of Object.entries(conditions)) {
    it(sentence, async () => {
      await store.add(itemOf('pay-1', '1'));
      expect(await store.change('pay-1', { ...REFUND, versions })).to.have.property('changed', changed);
    });
  }

  it('treats a payment without a version as version 1', async () => {
    const { version: _version, ...old } = itemOf('pay-1', '1');
    await store.add(old as PaymentItem);
    expect(String((await store.change('pay-1', { ...REFUND, versions: [1] })).item?.version)).to.equal('2');
  });

  it('does not create a payment by changing a missing one', async () => {
    expect(await store.change('pay-1', REFUND)).to.deep.equal({ changed: false });
    expect(await store.get('pay-1')).to.equal(undefined);
  });

  it('does not send DynamoDB a key that is too long', async () => {
    const long = 'é'.repeat(MAX_KEY_BYTES / 2 + 1);
    expect([await store.get(long), await store.change(long, REFUND)]).to.deep.equal([undefined, { changed: false }]);
    expect(calls).to.deep.equal([]);
  });

  it('does not treat other errors as a duplicate id', async () => {
    await store.add(itemOf('pay-1', '1'));
    const tooLarge = { ...itemOf('pay-1', '1'), customer_id: 'x'.repeat(500_000) };
    const failure = await store.add(tooLarge).catch((error: Error) => error);
    expect(failure).to.have.property('name', 'ValidationException');
  });

  it('stops when it is aborted', async () => {
    const failure = await store.get('pay-1', () => AbortSignal.abort()).catch((error: Error) => error);
    expect(failure).to.have.property('name', 'AbortError');
  });
});

function itemOf(id: string, amount: string): PaymentItem {
  const payment = {
    id,
    amount: createJsonNumber(amount),
    currency: 'USD',
    payment_method: 'card',
    customer_id: 'c-1',
    unknown: {},
  };
  return createItem(payment, { paymentId: id, fingerprint: 'print' }, { now: new Date(0), shards: 3 });
}

// DynamoDB returns the item of a failed condition on request. The stand-in does not.
function sendOldItem(client: DynamoDBClient, Item: Record<string, AttributeValue>): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        const asked = (args.input as PutItemCommand['input']).ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
        throw asked ? Object.assign(error as Error, { Item }) : error;
      }
    },
    { step: 'initialize' },
  );
}
