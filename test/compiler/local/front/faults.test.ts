// Injected faults: the answers to calls, and the comparison of acknowledged with stored payments.

import { expect } from 'chai';
import { compileSpec } from '../../../../compiler/compile/compile';
import { readFrom } from '../../../../compiler/host/files';
import { processContext } from '../../../../compiler/host/process-context';
import { areClosed, Ledger, renderBooks } from '../../../../compiler/local/books';
import type { StoreAnswer, StoreCall } from '../../../../compiler/local/front/call';
import { parseFaults } from '../../../../compiler/local/front/fault-rules';
import { injectFaults, renderFaults } from '../../../../compiler/local/front/faults';
import { randomFrom } from '../../../random';
import { ROOT } from '../../../spec';
import { cleanUp, run } from '../project';

const CALL: StoreCall = {
  service: 'dynamodb',
  operation: 'PutItem',
  caller: { is: 'client', accessKeyId: undefined },
  region: 'us-east-1',
  resources: [],
  request: {},
};

/** Returns given numbers, one after the other. */
const sequence =
  (...numbers: number[]) =>
  () =>
    numbers.shift() ?? 1;

describe('an injected fault', () => {
  async function inject(rules: string, random: () => number, call = CALL) {
    let performed = 0;
    const { stage, counts } = injectFaults(parseFaults(rules), random);
    const answer: StoreAnswer = await stage(call, async () => {
      performed += 1;
      return { statusCode: 200, body: {} };
    });
    const type = String(answer.body.__type).split('#')[1];
    return { statusCode: answer.statusCode, type, refusedBy: answer.refusedBy, performed, counts };
  }

  it('throttles a share of the calls, which do not reach the store', async () => {
    const throttled = await inject('dynamodb:*=throttle:5%', sequence(0.049));
    expect(throttled).to.deep.include({
      statusCode: 400,
      type: 'ProvisionedThroughputExceededException',
      performed: 0,
    });
    expect([throttled.refusedBy, renderFaults(throttled.counts)]).to.deep.equal([
      'faults',
      'Injected faults: dynamodb:* throttle 1',
    ]);
    const served = await inject('dynamodb:*=throttle:5%', sequence(0.05, 0.5));
    expect(served).to.deep.include({ statusCode: 200, refusedBy: undefined, performed: 1 });
    expect(renderFaults(served.counts)).to.equal('Injected faults: none');
  });

  it('fails before or after the store has processed the call', async () => {
    const failed = { statusCode: 500, type: 'InternalServerError', refusedBy: 'faults' };
    expect(await inject('*:PutItem=error:10%', sequence(1, 0.09, 0.49))).to.deep.include({ ...failed, performed: 1 });
    expect(await inject('*:PutItem=error:10%', sequence(1, 0.09, 0.5))).to.deep.include({ ...failed, performed: 0 });
  });

  it('delays calls', async () => {
    const { counts, performed } = await inject('dynamodb:PutItem=latency:1ms', sequence());
    expect([renderFaults(counts), performed]).to.deep.equal(['Injected faults: dynamodb:PutItem latency 1', 1]);
  });

  it('affects only the calls of its service and operation', async () => {
    for (const rules of ['sqs:*=error:100%', 'dynamodb:GetItem=error:100%', '*:GetItem=throttle:100%'])
      expect(await inject(rules, sequence(0, 0, 0))).to.include({ statusCode: 200, performed: 1 });
    const sqs: StoreCall = { ...CALL, service: 'sqs', operation: 'SendMessage' };
    expect(await inject('sqs:*=throttle:100%', sequence(0), sqs)).to.include({
      statusCode: 403,
      type: 'RequestThrottled',
    });
    expect(await inject('*:*=error:100%', sequence(0, 0), sqs)).to.include({
      statusCode: 500,
      type: 'InternalFailure',
    });
  });

  it('follows the first rule that includes the call', async () => {
    const rules = 'dynamodb:PutItem=error:0%;dynamodb:*=error:100%';
    expect(await inject(rules, sequence(0, 0))).to.include({ statusCode: 200 });
  });
});

describe('the books of a run with faults', () => {
  afterEach(cleanUp);

  function bookings(
    ...answers: [key: string | undefined, statusCode: number, body: string, method?: string][]
  ): Ledger {
    const ledger = new Ledger();
    for (const [key, statusCode, body, method = 'POST'] of answers) {
      const headers = key === undefined ? [] : [['Idempotency-Key', key] as const];
      const request = { method, target: '/', protocol: 'HTTP/1.1', headers, body: undefined, sourceIp: '', port: 0 };
      ledger.record(request, { statusCode, headers: [], body });
    }
    return ledger;
  }

  it('name acknowledged ids that are not stored, and keys with two ids', () => {
    const ledger = bookings(
      ['k1', 200, '{"id":"a"}'],
      ['k1', 201, '{"id":"b"}'],
      [undefined, 200, '{"payment_id":"c"}'],
      ['k2', 500, '{"id":"d"}'],
      ['k3', 200, 'text'],
      ['k4', 200, '{"id":"e"}', 'GET'],
    );
    const books = ledger.close(new Set(['a', 'b', 'f']));
    expect(books).to.deep.equal({ acknowledged: 3, stored: 2, lost: ['c'], duplicated: ['k1'] });
    expect(areClosed(books)).to.equal(false);
    expect(renderBooks(books)).to.equal('Acknowledged payments: 3; stored: 2; lost: 1 (c); duplicated: 1 (k1)');
  });

  it('have no lost or duplicated payments after throttles, errors and latencies, because the handler and its SDK retry', async () => {
    const { graph } = compileSpec('spec/pr1234.yaml', readFrom(ROOT), processContext());
    if (graph === undefined) throw new Error('spec/pr1234.yaml does not compile');
    const rules = parseFaults(
      'dynamodb:PutItem=throttle:5%,error:5%,latency:1ms;dynamodb:*=throttle:5%;sqs:*=error:5%',
    );
    const faults = injectFaults(rules, randomFrom(7));
    const localRun = await run(graph, { root: ROOT, faults, limits: 'off' });
    const PAYMENTS = 120;
    let acknowledged = 0;
    const pay = async (at: number) => {
      const response = await fetch(`${localRun.url}/prod/payments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${at}` },
        body: JSON.stringify({ amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: `c-${at}` }),
      });
      await response.text();
      if (response.ok) acknowledged += 1;
    };
    for (let at = 0; at < PAYMENTS; at += 10)
      await Promise.all(Array.from({ length: 10 }, (_, next) => pay(at + next)));
    await localRun.stop();
    expect(localRun.books).to.deep.equal({ acknowledged, stored: acknowledged, lost: [], duplicated: [] });
    expect(acknowledged).to.be.greaterThan(PAYMENTS * 0.9);
    expect([...faults.counts.keys()]).to.include.members(['dynamodb:PutItem throttle', 'dynamodb:PutItem error']);
  });
});
