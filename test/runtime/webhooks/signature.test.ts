// Signatures of webhooks, verified by the reference libraries of two languages.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { SecretError, signMessage } from '../../../runtime/webhooks/signature';
import { describeWithTools } from '../../python-tools';
import { verify } from './reference';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const [CURRENT, FORMER, OTHER] = [secretOf(1), secretOf(2), secretOf(3)];
const BODY = '{"type":"payment.processed","timestamp":"2026-11-30T11:00:00.123Z","data":{"amount":"10.25"}}';

describe('a signature', () => {
  it('equals the one of the specification', () => {
    // The example of the reference implementation in the repository of Standard Webhooks.
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signMessage('msg_p5jXN8AQM9LWM0D4loKWxJek', new Date(1_614_265_330_000), '{"test": 2432232314}', [
      secret,
    ]);
    expect(headers).to.deep.equal({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('verifies with standardwebhooks for JavaScript, with either key during a rotation', () => {
    const headers = { ...signMessage('evt_1', new Date(), BODY, [CURRENT, FORMER]) };
    for (const secret of [CURRENT, FORMER]) expect(verify(secret, BODY, headers)).to.deep.equal(JSON.parse(BODY));
    expect(() => verify(OTHER, BODY, headers)).to.throw();
    expect(() => verify(CURRENT, BODY.replace('10.25', '10.26'), headers)).to.throw();
    expect(() => verify(CURRENT, BODY, { ...headers, 'webhook-id': 'evt_2' })).to.throw();
  });

  it('needs a secret of 24 to 64 bytes in base64, which errors do not quote', () => {
    const bytes = (length: number) => `whsec_${Buffer.alloc(length, 7).toString('base64')}`;
    for (const length of [24, 64]) expect(() => signMessage('evt_1', new Date(), BODY, [bytes(length)])).not.to.throw();
    const wrong = [bytes(23), bytes(65), bytes(32).replace('whsec_', ''), 'whsec_not base64!', ''];
    for (const secret of wrong) {
      expect(() => signMessage('evt_1', new Date(), BODY, [secret])).to.throw(SecretError);
      try {
        signMessage('evt_1', new Date(), BODY, [secret]);
      } catch (error) {
        if (secret !== '') expect(String(error)).not.to.include(secret);
      }
    }
  });
});

const VERIFY = `
import json, sys
from standardwebhooks.webhooks import Webhook, WebhookVerificationError
given = json.load(sys.stdin)
def verifies(secret, body):
    try:
        Webhook(secret).verify(body, given["headers"])
        return True
    except WebhookVerificationError:
        return False
print(json.dumps([verifies(given["current"], given["body"]), verifies(given["former"], given["body"]),
                  verifies(given["other"], given["body"]), verifies(given["current"], given["body"] + " ")]))
`;

describeWithTools(join('runtime', 'webhooks', 'requirements.txt'), 'a signature', (tools) => {
  it('verifies with standardwebhooks for Python, with either key during a rotation', () => {
    const headers = signMessage('evt_1', new Date(), BODY, [CURRENT, FORMER]);
    const input = JSON.stringify({ headers, body: BODY, current: CURRENT, former: FORMER, other: OTHER });
    const { stdout, stderr } = spawnSync(join(tools(), 'python3'), ['-c', VERIFY], { input, encoding: 'utf8' });
    expect(stdout.trim(), stderr).to.equal('[true, true, false, false]');
  });
});
