// The reader of secrets: caching, shared reads, and reads after refusals.

import { expect } from 'chai';
import { createSecretClients } from '../../runtime/secret-clients';
import { createSecrets } from '../../runtime/secrets';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key';

/** A reader with its clock, and a service that returns the current value or fails. */
function setUp() {
  const service = { value: 'first', isDown: false, reads: 0 };
  const clock = { time: 0 };
  const secrets = createSecrets({
    async fetch() {
      service.reads += 1;
      await Promise.resolve();
      if (service.isDown) throw new Error('service is down');
      return service.value;
    },
    now: () => clock.time,
    lifetimeMilliseconds: 1000,
    pauseMilliseconds: 100,
  });
  return { service, clock, secrets };
}

describe('the reader of secrets', () => {
  it('reads a value at its first use, and again after its lifetime', async () => {
    const { service, clock, secrets } = setUp();
    expect([await secrets.value(ARN), await secrets.value(ARN), service.reads]).to.deep.equal(['first', 'first', 1]);
    service.value = 'second';
    clock.time = 999;
    expect(await secrets.value(ARN)).to.equal('first');
    clock.time = 1000;
    expect([await secrets.value(ARN), service.reads]).to.deep.equal(['second', 2]);
  });

  it('makes one call for concurrent uses of a secret, and one for each secret', async () => {
    const { service, secrets } = setUp();
    await Promise.all([secrets.value(ARN), secrets.value(ARN), secrets.value(`${ARN}-other`)]);
    expect(service.reads).to.equal(2);
  });

  it('does not keep a failed first read', async () => {
    const { service, secrets } = setUp();
    service.isDown = true;
    const failed = await secrets.value(ARN).catch((error: Error) => error.message);
    service.isDown = false;
    expect([failed, await secrets.value(ARN)]).to.deep.equal(['service is down', 'first']);
  });

  it('uses the old value while the service fails, with one attempt for each pause', async () => {
    const { service, clock, secrets } = setUp();
    await secrets.value(ARN);
    service.isDown = true;
    clock.time = 1000;
    expect([await secrets.value(ARN), await secrets.value(ARN), service.reads]).to.deep.equal(['first', 'first', 2]);
    clock.time = 1100;
    expect([await secrets.value(ARN), service.reads]).to.deep.equal(['first', 3]);
    Object.assign(service, { isDown: false, value: 'second' });
    clock.time = 1200;
    expect(await secrets.value(ARN)).to.equal('second');
  });

  it('reads a refused value again, and returns only a new one', async () => {
    const { service, clock, secrets } = setUp();
    const refused = await secrets.value(ARN);
    clock.time = 100;
    expect([await secrets.valueAfterRefusal(ARN, refused), service.reads]).to.deep.equal([undefined, 2]);
    service.value = 'second';
    clock.time = 200;
    expect(await secrets.valueAfterRefusal(ARN, refused)).to.equal('second');
    expect([await secrets.value(ARN), service.reads]).to.deep.equal(['second', 3]);
  });

  it('returns a value that another caller has read since, without a call', async () => {
    const { service, clock, secrets } = setUp();
    await secrets.value(ARN);
    service.value = 'second';
    clock.time = 100;
    await secrets.valueAfterRefusal(ARN, 'first');
    expect([await secrets.valueAfterRefusal(ARN, 'first'), service.reads]).to.deep.equal(['second', 2]);
  });

  it('makes at most one call for each pause, however many refusals there are', async () => {
    const { service, clock, secrets } = setUp();
    await secrets.value(ARN);
    for (let refusal = 0; refusal < 50; refusal += 1) {
      clock.time += 10;
      expect(await secrets.valueAfterRefusal(ARN, 'first')).to.equal(undefined);
    }
    expect(service.reads).to.equal(6);
  });
});

describe('the clients of secrets', () => {
  it('are created at their first use, and once', () => {
    const clients = createSecretClients();
    expect(clients.secretsManager()).to.equal(clients.secretsManager());
    expect(clients.ssm()).to.equal(clients.ssm());
  });
});
