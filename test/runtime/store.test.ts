// The table: conditional writes, exact numbers, and questions that DynamoDB would call errors.

import type { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { parseJson } from '../../runtime/json';
import { type Payment, readPayment } from '../../runtime/payment';
import { createPaymentStore, MAX_KEY_BYTES, type PaymentStore } from '../../runtime/store';
import { type LocalTable, startLocalTable } from './local-table';

describe('the payment store', () => {
  let table: LocalTable;
  let store: PaymentStore;

  beforeEach(async () => {
    table = await startLocalTable();
    store = createPaymentStore(table.client, table.settings);
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
    sendOldItem(table.client);
    table.client.middlewareStack.add(
      (next, { commandName }) => {
        expect(commandName, 'a second call').to.equal('PutItemCommand');
        return next;
      },
      { step: 'initialize' },
    );
    expect(String((await store.add(createPayment('pay-1', '99')))?.amount)).to.equal('0.1');
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

  it('has nothing under a key longer than DynamoDB allows', async () => {
    const long = 'é'.repeat(MAX_KEY_BYTES / 2 + 1);
    expect([await store.get(long), await store.list(long)]).to.deep.equal([undefined, []]);
  });

  it('passes on any other error', async () => {
    const elsewhere = createPaymentStore(table.client, { ...table.settings, paymentsTableName: 'nowhere' });
    const failure = await elsewhere.add(createPayment('pay-1', '1')).catch((error: Error) => error);
    expect(failure).to.have.property('name', 'ResourceNotFoundException');
  });
});

function createPayment(id: string, amount: string): Payment {
  const fields = { id, amount: parseJson(amount), currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
  const now = () => new Date(0);
  return readPayment(fields, { currencyExponents: new Map([['USD', 2]]), createId: () => id, now });
}

// As DynamoDB does on a failed condition, when asked to; the stand-in does not.
function sendOldItem(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        const asked = (args.input as PutItemCommand['input']).ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
        throw asked ? Object.assign(error as Error, { Item: { amount: { N: '0.1' } } }) : error;
      }
    },
    { step: 'initialize' },
  );
}
