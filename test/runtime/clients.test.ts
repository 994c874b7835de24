// The time limits of AWS calls.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'chai';
import { CALL_BUDGETS, type CallBudget, longestCall } from '../../contract/call-budgets';
import { clientSettings } from '../../runtime/clients';
import { LOCAL_CREDENTIALS } from './local-table';

describe('the calls of a request', () => {
  it('end before the function times out in the worst case', () => {
    const worst = (budget: CallBudget) => longestCall(budget) - budget.attempts * budget.timeoutMilliseconds;
    expect(worst(CALL_BUDGETS.dynamodb) * 2 + worst(CALL_BUDGETS.sqs)).to.be.below(28_000);
  });

  describe('to a server that does not respond', () => {
    let calls = 0;
    const silent = createServer(() => {
      calls++;
    });
    before(() => once(silent.listen(0, '127.0.0.1'), 'listening'));
    after(() => {
      silent.closeAllConnections();
      silent.close();
    });

    it('are retried up to their limit, and then fail', async () => {
      const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
      // A shorter budget than that of the functions could end before a busy machine connects.
      const settings = clientSettings(CALL_BUDGETS.sqs);
      const client = new SQSClient({ endpoint, ...LOCAL_CREDENTIALS, ...settings });
      const failure = await client.send(new ListQueuesCommand({})).catch((error: Error) => error);
      expect(failure).to.have.property('name', 'TimeoutError');
      expect(calls).to.equal(CALL_BUDGETS.sqs.attempts);
    });
  });
});
