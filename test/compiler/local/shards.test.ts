// The local run lists every payment after the number of shards of the listing index decreases.

import { expect } from 'chai';
import { startLocalRun } from '../../../compiler/local/local-run';
import { graphOf, ROOT } from '../../spec';
import { cleanUp, makeFolder } from './project';

/** The development environment with an on-demand table, which has 4 shards, or with provisioned capacity, which has 1. */
const graphWith = (capacity: 'on demand' | 'provisioned') =>
  graphOf('spec/shards.yaml', {
    'spec/shards.yaml':
      capacity === 'on demand'
        ? 'extends: development.yaml\n'
        : 'extends: development.yaml\ntables:\n  payments:\n    billingMode: PROVISIONED\n    capacity: { read: { units: 25 }, write: { units: 25 } }\n',
  });

describe('the shards of a local run', () => {
  afterEach(cleanUp);

  const post = async (url: string, from: number, count: number) => {
    for (let at = from; at < from + count; at++) {
      const body = JSON.stringify({
        id: `pay-${at}`,
        amount: 1,
        currency: 'USD',
        payment_method: 'card',
        customer_id: 'c',
      });
      const headers = { 'Content-Type': 'application/json' };
      expect((await fetch(`${url}/prod/payments`, { method: 'POST', headers, body })).status).to.equal(200);
    }
  };
  const count = async (url: string) => {
    const payments = (await (await fetch(`${url}/prod/payments`)).json()) as { id: string }[];
    return new Set(payments.map(({ id }) => id)).size;
  };

  it('can decrease from 4 to 1 between runs and by an edit, and lists still contain every payment', async () => {
    // Without limits, because a fast machine sends the payments faster than the throttle admits them.
    const options = { root: ROOT, port: 0, dataDirectory: makeFolder(), limits: 'off' as const, print: () => {} };
    const first = await startLocalRun(graphWith('on demand'), options);
    await post(first.url, 0, 30);
    await first.stop();

    const second = await startLocalRun(graphWith('provisioned'), options);
    try {
      expect(await count(second.url)).to.equal(30);
      await second.replace(graphWith('on demand'));
      await post(second.url, 30, 10);
      await second.replace(graphWith('provisioned'));
      expect(await count(second.url)).to.equal(40);
    } finally {
      await second.stop();
    }
  });
});
