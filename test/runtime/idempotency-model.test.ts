// Sequences of requests with keys and ids, compared with a reference model of the responses.

import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { fc } from '../random';
import { handlerOn, type LocalHandler, PAYMENT } from './local-handler';
import { startLocalTable } from './local-table';

/** A request of a client. `failingCall` is the number of the table call that fails, from 1; 0 for none. */
interface Sent {
  readonly key?: string;
  readonly id?: string;
  readonly amount: string;
  readonly failingCall: number;
}

/** The content of a request. A repeated request has equal content. */
const asked = ({ id, amount }: Sent) => `${id ?? 'no id'}, ${Number(amount)}`;

/**
 * The reference model. A key belongs to the first request with it. A payment is identified by the id in its request, otherwise by
 * its key. A request without both creates a new payment.
 */
class ReferenceModel {
  readonly keys = new Map<string, string>();
  readonly payments = new Map<string, number>();

  answer(sent: Sent): number {
    const { key, id, amount, failingCall } = sent;
    let calls = 0;
    const fails = () => {
      calls += 1;
      return calls === failingCall;
    };
    const name = id ?? (key === undefined ? `unnamed ${this.payments.size}` : `of key ${key}`);
    if (fails()) return 503;
    if (key !== undefined) {
      if ((this.keys.get(key) ?? asked(sent)) !== asked(sent)) return 422;
      this.keys.set(key, asked(sent));
      // If the request also has an id, a separate write binds the key.
      if (id !== undefined && fails()) return 503;
    }
    if ((this.payments.get(name) ?? Number(amount)) !== Number(amount)) return 409;
    this.payments.set(name, Number(amount));
    return 200;
  }
}

/** The handler with a table whose next puts can fail. */
interface Real {
  readonly api: LocalHandler;
  failingCall: number;
  readonly ids: Map<string, string>;
}

class Post implements fc.AsyncCommand<ReferenceModel, Real> {
  constructor(private readonly sent: Sent) {}

  check(): boolean {
    return true;
  }

  async run(reference: ReferenceModel, real: Real): Promise<void> {
    const { key, id, amount, failingCall } = this.sent;
    real.failingCall = failingCall;
    const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
    const answer = await real.api.post({ ...PAYMENT, amount, ...(id !== undefined && { id }) }, headers);
    real.failingCall = 0;
    expect(answer.statusCode, this.toString()).to.equal(reference.answer(this.sent));
    if (answer.statusCode !== 200) return;
    // Each 200 response contains the request's payment, which is always the same.
    const name = id ?? key;
    if (name === undefined) return;
    const known = real.ids.get(`${id === undefined ? 'key' : 'id'} ${name}`) ?? answer.body.payment_id;
    expect(answer.body.payment_id).to.equal(known);
    real.ids.set(`${id === undefined ? 'key' : 'id'} ${name}`, known);
  }

  toString(): string {
    return JSON.stringify(this.sent);
  }
}

const sent = fc
  .record(
    {
      key: fc.constantFrom('key-1', 'key-2'),
      id: fc.constantFrom('order-1', 'order-2'),
      amount: fc.constantFrom('10.25', '10.250', '11'),
      failingCall: fc.constantFrom(0, 0, 0, 0, 1, 2),
    },
    { requiredKeys: ['amount', 'failingCall'] },
  )
  .map((request) => new Post(request));

describe('sequences of payments', () => {
  it('create one payment for each key and each id, for any interleaving', async () => {
    const table = await startLocalTable();
    const whole = handlerOn(table);
    const real: Real = { api: whole, failingCall: 0, ids: new Map() };
    let puts = 0;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName !== 'PutItemCommand') return next(args);
          puts += 1;
          if (puts === real.failingCall) throw Object.assign(new Error('connection lost'), { name: 'TimeoutError' });
          return next(args);
        },
      { step: 'initialize' },
    );
    const stored = async () => {
      const { Items = [] } = await table.client.send(new ScanCommand({ TableName: 'payments', ConsistentRead: true }));
      return Items.filter(({ status }) => status !== undefined).length;
    };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands([sent], { maxCommands: 12, size: 'max' }), async (commands) => {
        run += 1;
        const before = await stored();
        const reference = new ReferenceModel();
        // Keys and ids are unique to this run, because all runs share the table.
        const api: LocalHandler = {
          ...whole,
          post: (body, headers = {}) => {
            puts = 0;
            const members = body as { id?: string };
            const key = headers['Idempotency-Key'];
            return whole.post(
              { ...members, ...(members.id && { id: `${members.id}-${run}` }) },
              key === undefined ? {} : { 'Idempotency-Key': `${key}-${run}` },
            );
          },
        };
        await fc.asyncModelRun(
          () => ({ model: reference, real: Object.assign(real, { api, ids: new Map() }) }),
          commands,
        );
        expect((await stored()) - before).to.equal(reference.payments.size);
      }),
      { numRuns: 40 },
    );
    await table.close();
  });
});
