// The table: conditional writes, exact numbers, and questions that DynamoDB would call errors.

import type { AttributeValue, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { parseJson } from '../../runtime/json';
import { type Payment, readPayment } from '../../runtime/payment';
import { createPaymentStore, MAX_KEY_BYTES, type PaymentStore } from '../../runtime/store';
import { type LocalTable, startLocalTable } from './local-table';

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
    const payment = createPayment('pay-1', '123456789012345678901234567890123456.78');
    expect(await store.add(payment)).to.equal(undefined);
    expect(String((await store.get('pay-1'))?.amount)).to.equal('123456789012345678901234567890123456.78');
  });

  it('gives the payment that has an id, and leaves it as it is', async () => {
    await store.add(createPayment('pay-1', '10.25'));
    const taken = await store.add(createPayment('pay-1', '99'));
    expect(String(taken?.amount)).to.equal('10.25');
    expect(await store.get('pay-1')).to.deep.equal(taken);
  });

  it('needs no second call when DynamoDB sends the payment that has the id', async () => {
    await store.add(createPayment('pay-1', '10.25'));
    sendOldItem(table.client, { amount: { N: '90071992547409.93' } });
    expect(String((await store.add(createPayment('pay-1', '99')))?.amount)).to.equal('90071992547409.93');
    expect(calls.map(({ command }) => command)).to.deep.equal(['PutItemCommand', 'PutItemCommand']);
  });

  it('reads a payment as it is now', async () => {
    await store.get('pay-1');
    expect(calls).to.deep.equal([
      {
        command: 'GetItemCommand',
        input: { TableName: 'payments', Key: { id: 'pay-1' }, ConsistentRead: true },
      },
    ]);
  });

  it('adds one payment of many at once under one id', async () => {
    const amounts = ['1', '2', '3', '4', '5'];
    const taken = await Promise.all(amounts.map((amount) => store.add(createPayment('pay-1', amount))));
    expect(taken.filter((payment) => payment === undefined)).to.have.length(1);
  });

  it('lists a page at most, of all and of one status', async () => {
    const small = createPaymentStore(table.client, { ...table.settings, pageSize: 2 });
    for (const id of ['pay-1', 'pay-2', 'pay-3']) await store.add(createPayment(id, '1'));
    const lists = await Promise.all([store.list(), small.list(), store.list('processed'), small.list('processed')]);
    expect(lists.map(({ length }) => length)).to.deep.equal([3, 2, 3, 2]);
    expect(await store.list('refunded')).to.deep.equal([]);
  });

  it('does not ask DynamoDB for a key longer than it allows', async () => {
    const long = 'é'.repeat(MAX_KEY_BYTES / 2 + 1);
    expect([await store.get(long), await store.list(long)]).to.deep.equal([undefined, []]);
    expect(calls).to.deep.equal([]);
  });

  it('does not take another error for a taken id', async () => {
    await store.add(createPayment('pay-1', '1'));
    const tooLarge = { ...createPayment('pay-1', '1'), customer_id: 'x'.repeat(500_000) };
    const failure = await store.add(tooLarge).catch((error: Error) => error);
    expect(failure).to.have.property('name', 'ValidationException');
  });
});

function createPayment(id: string, amount: string): Payment {
  const fields = { id, amount: parseJson(amount), currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
  const now = () => new Date(0);
  return readPayment(fields, { currencyExponents: new Map([['USD', 2]]), createId: () => id, now });
}

// As DynamoDB does on a failed condition, when asked to; the stand-in does not.
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
