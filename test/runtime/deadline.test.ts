// The deadline of table calls, which needs an abort signal only rarely.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { CALL_BUDGETS, longestCall } from '../../contract/call-budgets';
import { clientSettings } from '../../runtime/clients';
import { tableDeadline } from '../../runtime/deadline';
import { createPaymentStore } from '../../runtime/store';
import { LOCAL_CREDENTIALS } from './local-table';

describe('the deadline of table calls', () => {
  const longest = longestCall(CALL_BUDGETS.dynamodb);

  it('does not need a signal if the timeouts of a call end it in time', () => {
    expect(tableDeadline({})()).to.equal(undefined);
    let left = 28_000;
    const deadline = tableDeadline({ getRemainingTimeInMillis: () => left });
    expect(deadline()).to.equal(undefined);
    left = longest + 6_000;
    expect(deadline()).to.equal(undefined);
    left -= 1;
    const signal = deadline();
    expect(signal).to.be.instanceOf(AbortSignal);
    expect(deadline()).to.equal(signal);
  });

  it('has passed if less time is left than the response needs', async () => {
    let left = 3_000;
    const deadline = tableDeadline({ getRemainingTimeInMillis: () => left });
    left = 500;
    await new Promise((resolve) => deadline()?.addEventListener('abort', resolve));
  });
});

describe('calls without a signal', () => {
  it('share the steps of their command, and send their own input', async () => {
    const keys: string[] = [];
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      keys.push(JSON.parse(text).Key.id.S);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new DynamoDBClient({ endpoint, ...LOCAL_CREDENTIALS, ...clientSettings(CALL_BUDGETS.dynamodb) });
    let prepared = 0;
    client.middlewareStack.add(
      (next) => {
        prepared += 1;
        return next;
      },
      { step: 'initialize' },
    );
    const store = createPaymentStore(client, { paymentsTableName: 'payments', listingShards: 1 });
    for (const id of ['pay-1', 'pay-2', 'pay-3']) await store.get(id);
    expect(keys).to.deep.equal(['pay-1', 'pay-2', 'pay-3']);
    expect(prepared).to.equal(1);
    client.destroy();
    server.close();
  });
});
