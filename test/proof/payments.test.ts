// Payments with duplicates, faults and kills, on each stand-in for DynamoDB: none is lost or duplicated.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { redriveQueue } from '../../compiler/cli/commands/redrive/redrive-queue';
import { replayRequests } from '../../compiler/cli/commands/redrive/requests';
import { renderFailure } from '../../runtime/dead-letter';
import { sizeOf } from '../exhaustive';
import { buildProgram } from '../program';
import { type Answer, handlerOn, type LocalHandler, PAYMENT } from '../runtime/local-handler';
import { LOCAL_CREDENTIALS, type LocalTable } from '../runtime/local-table';
import { FAULTS, inject } from './injected-faults';
import { payThroughKills } from './kills';
import { COUNTS, Ledger, printCounts, ROUNDS } from './ledger';
import { describeOnTables } from './tables';

/** The number of concurrent duplicates of a request. */
const DUPLICATES = sizeOf({ sample: 50, exhaustive: 200 });

/** The numbers of payments and of kills in each round. */
const PAYMENTS = sizeOf({ sample: 150, exhaustive: 300 });
const KILLS = sizeOf({ sample: 3, exhaustive: 5 });

const keyOf = (customer: string) => ({ 'Idempotency-Key': `key-of-${customer}` });
const paymentOf = (customer: string) => ({ ...PAYMENT, customer_id: customer });

/** Each kind of request that changes data, with its preparation. */
const CHANGES: Readonly<
  Record<string, (api: LocalHandler, customer: string) => { before?: Promise<unknown>; send: () => Promise<Answer> }>
> = {
  'a payment with a key': (api, customer) => ({ send: () => api.post(paymentOf(customer), keyOf(customer)) }),
  'a payment with an id': (api, customer) => ({
    send: () => api.post({ ...paymentOf(customer), id: `pay-${customer}` }),
  }),
  'a payment with both': (api, customer) => ({
    send: () => api.post({ ...paymentOf(customer), id: `pay-${customer}` }, keyOf(customer)),
  }),
  'a refund': (api, customer) => actionOn(api, customer, 'refund'),
  'a cancellation': (api, customer) => actionOn(api, customer, 'cancel'),
};

function actionOn(api: LocalHandler, customer: string, action: string) {
  const id = `pay-${customer}`;
  const event = { httpMethod: 'POST', resource: `/payments/{id}/${action}`, pathParameters: { id } };
  return { before: api.post({ ...paymentOf(customer), id }), send: () => api.send(event) };
}

printCounts();

describeOnTables('payments', (tableOf) => {
  let table: LocalTable;
  let ledger: Ledger;
  let server: ChildProcess | undefined;
  let customers = 0;
  beforeEach(() => {
    table = tableOf();
    ledger = new Ledger();
  });
  afterEach(() => server?.kill('SIGKILL'));

  it(`are created once for ${DUPLICATES} concurrent duplicates, with a key, an id or both`, async () => {
    const api = handlerOn(table);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [what, change] of Object.entries(CHANGES)) {
        const customer = `duplicate-${round}-${what.replaceAll(' ', '-')}`;
        const { before, send } = change(api, customer);
        await before;
        const answers = await Promise.all(Array.from({ length: DUPLICATES }, send));
        COUNTS.duplicates += answers.length;
        for (const { statusCode, body } of answers) {
          expect(statusCode, what).to.equal(200);
          ledger.acknowledge(customer, body.payment_id);
        }
        expect(
          answers.filter(({ headers }) => headers['Idempotent-Replayed'] === undefined),
          what,
        ).to.have.length(1);
      }
    }
    await ledger.close(table);
  });

  for (const first of ['the client', 'the queue'] as const) {
    it(`exist once for each fault of each call, if ${first} retries first`, async () => {
      // Uses a separate client, so that faults do not affect the ledger.
      const client = new DynamoDBClient({ endpoint: table.endpoint, ...LOCAL_CREDENTIALS });
      const api = handlerOn({ ...table, client });
      const injection = inject(client);
      for (const [what, change] of Object.entries(CHANGES)) {
        for (const [kind, fault] of Object.entries(FAULTS)) {
          for (let call = 1; ; call += 1) {
            customers += 1;
            const customer = `fault-${customers}`;
            const { before, send } = change(api, customer);
            await before;
            injection.count = 0;
            injection.failing = { call, fault };
            const answer = await send();
            delete injection.failing;
            // The request has no further calls that could fail.
            if (injection.count < call) break;
            COUNTS.faults += 1;

            const sentence = `${what}: call ${call} ${kind}`;
            if (answer.statusCode === 200) ledger.acknowledge(customer, answer.body.payment_id);
            else expect(answer.statusCode, sentence).to.be.oneOf(fault.statuses);
            if (answer.statusCode === 503) expect(answer.headers, sentence).to.have.property('Retry-After');
            if (first === 'the queue') await redriveAll(api, sentence);
            const [again, onceMore] = [await send(), await send()];
            if (first === 'the client') await redriveAll(api, sentence);
            expect([again.statusCode, onceMore.statusCode], sentence).to.deep.equal([200, 200]);
            expect(onceMore.headers, sentence).to.have.property('Idempotent-Replayed', 'true');
            ledger.acknowledge(customer, again.body.payment_id);
          }
        }
      }
      client.destroy();
      await ledger.close(table);
    });
  }

  it('exist once after the process is repeatedly killed during traffic', async () => {
    const program = buildProgram(require.resolve('./server'));
    const start = async () => {
      server = fork(program, [table.endpoint], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      const [port] = (await once(server, 'message')) as [number];
      return { url: `http://127.0.0.1:${port}`, kill: () => server?.kill('SIGKILL') };
    };
    const send = (url: string, customer: string) =>
      fetch(url, { method: 'POST', headers: keyOf(customer), body: JSON.stringify(paymentOf(customer)) });
    COUNTS.kills += await payThroughKills({ payments: ROUNDS * PAYMENTS, kills: ROUNDS * KILLS, start, send, ledger });
    rmSync(program);
    await ledger.close(table);
  });
});

/** Redrives the messages of the queue to the handler. */
async function redriveAll(api: LocalHandler, sentence: string): Promise<void> {
  const messages = api.failures.splice(0).map((failure, at) => ({ id: String(at), body: renderFailure(failure) }));
  const { failed, kept } = await redriveQueue({
    queue: { receive: async () => messages.splice(0), remove: async () => {} },
    handle: replayRequests(async (event) => {
      const { statusCode, headers, text } = await api.send(event);
      return { statusCode, headers, body: text };
    }),
    report: () => {},
  });
  expect({ failed, kept }, sentence).to.deep.equal({ failed: 0, kept: 0 });
}
