// The JSON of webhooks, which the functions for events read.

import { expect } from 'chai';
import { webhookRules } from '../../../../compiler/language/resolve/webhooks';
import { readWebhooks } from '../../../../contract/webhooks';

const WEBHOOK = {
  url: 'https://shop.example/a?b="c"',
  events: ['payment.refunded' as const],
  secret: 'key',
  timeoutSeconds: 15,
  retryDelaysSeconds: [5, 300],
  disableAfterHours: 2,
};

describe('the JSON of webhooks', () => {
  const rulesOf = (webhooks: Parameters<typeof webhookRules>[0]) =>
    String(webhookRules(webhooks, { urlOf: (name) => webhooks[name]?.url ?? '', arnOf: (secret) => `arn:${secret}` }));

  it('is what the functions read', () => {
    const { secret: _secret, disableAfterHours: _hours, ...settings } = WEBHOOK;
    const read = readWebhooks(rulesOf({ shop: WEBHOOK, bank: { ...WEBHOOK, previousSecret: 'former' } }));
    const shop = { ...settings, secret: 'arn:key', disableAfterSeconds: 7_200 };
    expect(Object.fromEntries(read)).to.deep.equal({ shop, bank: { ...shop, previousSecret: 'arn:former' } });
  });

  it('has no members without webhooks', () => expect(readWebhooks(rulesOf({})).size).to.equal(0));

  it('is refused by the functions if a webhook is malformed, without its text', () => {
    for (const text of ['', '[]', '{"shop":{"url":"https://shop.example/secret"}}']) {
      expect(() => readWebhooks(text), text)
        .to.throw(/WEBHOOKS/)
        .and.property('message')
        .not.to.include('secret');
    }
  });
});
