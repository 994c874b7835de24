// Events through a fault at each call of the publisher and the deliverer, and through duplicates: each is delivered, or given up visibly.

import { expect } from 'chai';
import type { JsonObject } from '../../../compiler/local/front/call';
import { type Delivery, type PaymentEvent, revived } from '../../../contract/events';
import { toAttributes } from '../../../runtime/attributes';
import { sizeOf } from '../../exhaustive';
import { randomFrom } from '../../random';
import { changed, storedPayment } from '../../runtime/events/payments';
import { closeBook, EVENT_COUNTS, nameOf, PublishedOrder, printEventCounts, type States } from './book';
import { type EventFunction, type EventSystem, startEventSystem } from './event-system';
import { type CallName, FAULTS, type Fault } from './faulty-calls';
import { type Receiver, type ReceiverAnswer, startReceiver } from './receiver';

/** The behaviour of the receiver, and what an operator does after a payment and its refund are stored. */
interface Scenario {
  /** The answers to the first messages; later ones get the last. */
  readonly answers: readonly number[];
  readonly replay?: (id: string) => JsonObject;
  /** Whether events may be given up. */
  readonly isGivenUp?: true;
}

/** The time in some minutes. */
const timeIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const SCENARIOS = {
  'a receiver that accepts': { answers: [204] },
  'a receiver that fails once': { answers: [500, 204] },
  'a receiver that fails': { answers: [500], isGivenUp: true },
  'a receiver that is gone': { answers: [410], isGivenUp: true },
  'a replay of a payment': { answers: [204], replay: (paymentId) => ({ replay: { paymentId } }) },
  'a replay of a time': {
    answers: [204],
    replay: () => ({ replay: { from: timeIn(-10), to: timeIn(1) } }),
  },
} as const satisfies Readonly<Record<string, Scenario>>;

/** Each call of the functions, with a scenario in which it takes place. */
const CALLS: Readonly<Record<CallName, keyof typeof SCENARIOS>> = {
  'publisher sqs SendMessage webhook-deliveries': 'a receiver that accepts',
  'publisher dynamodb BatchWriteItem payment-events': 'a receiver that accepts',
  'publisher dynamodb GetItem payments': 'a replay of a payment',
  'publisher dynamodb Query payments': 'a replay of a time',
  'deliverer dynamodb GetItem payment-events': 'a receiver that accepts',
  'deliverer secretsmanager GetSecretValue webhook-key': 'a receiver that accepts',
  'deliverer http POST': 'a receiver that accepts',
  'deliverer dynamodb PutItem payment-events': 'a receiver that fails once',
  'deliverer sqs SendMessage webhook-deliveries': 'a receiver that fails once',
  'deliverer dynamodb DeleteItem payment-events': 'a receiver that fails once',
  'deliverer dynamodb UpdateItem payment-events': 'a receiver that is gone',
  'deliverer sqs SendMessage dead-deliveries': 'a receiver that fails',
};

/** The calls whose requests have several parts. */
const IN_PARTS: ReadonlySet<CallName> = new Set([
  'publisher sqs SendMessage webhook-deliveries',
  'publisher dynamodb BatchWriteItem payment-events',
]);

const POST = 'deliverer http POST';

printEventCounts();

describe('events', () => {
  let receiver: Receiver;
  let system: EventSystem;
  const seen = new Set<CallName>();
  const stored = new Map<string, States>();
  const order = new PublishedOrder();
  let payments = 0;
  let answers: readonly number[] = [204];
  let decide: (call: CallName) => Fault | undefined = () => undefined;
  let invokeAs: (name: EventFunction, event: JsonObject, call: (event: JsonObject) => Promise<unknown>) => unknown;
  const callOnce: typeof invokeAs = (_name, event, call) => call(event);

  function decideSeen(call: CallName): Fault | undefined {
    seen.add(call);
    const fault = decide(call);
    if (fault !== undefined) EVENT_COUNTS[fault.startsWith('killed') ? 'kills' : 'faults'] += 1;
    return fault;
  }

  /** Answers a message, after a look at its payment, which must be stored. */
  async function answer(event: PaymentEvent): Promise<ReceiverAnswer> {
    const { Item } = await system.dynamodb('GetItem', 'payments', { Key: { id: { S: event.subject } } });
    const version = Number((Item as { version?: { N: string } } | undefined)?.version?.N ?? 0);
    if (version < event.data.version) EVENT_COUNTS['not stored'] += 1;
    expect(version, 'the event is earlier than its payment').to.be.at.least(event.data.version);
    const fault = decideSeen(POST);
    if (fault?.startsWith('killed')) for (const invocation of system.calls.active) invocation.kill();
    if (fault !== undefined) return fault === 'refused' || fault === 'killed before' ? 'reset before' : 'reset after';
    const [first = 204, ...later] = answers;
    if (later.length > 0) answers = later;
    return first;
  }

  before(async () => {
    invokeAs = callOnce;
    receiver = await startReceiver(answer);
    system = await startEventSystem(receiver.url, {
      ...{ decide: decideSeen, sent: (bodies) => order.sent(bodies) },
      invokeAs: (...invocation) => invokeAs(...invocation),
    });
  });
  after(async () => {
    await system.stop();
    await receiver.close();
  });

  const put = (item: ReturnType<typeof storedPayment>) =>
    system.dynamodb('PutItem', 'payments', { Item: toAttributes(item) as unknown as JsonObject });

  /** Stores a payment, and its refund if there is one, as the handler does. */
  async function pay(id: string, isRefunded: boolean): Promise<void> {
    const position = `${new Date().toISOString()}#${id}`;
    const payment = storedPayment(id, { position });
    await put(payment);
    stored.set(id, ['processed']);
    if (!isRefunded) return;
    await put(changed(payment, 'refunded', new Date().toISOString()));
    stored.set(id, ['processed', 'refunded']);
  }

  /** Runs a scenario with a fault at the nth call of a name. Returns whether the scenario has that call. */
  async function run(name: keyof typeof SCENARIOS, fault: Fault, call: CallName, nth: number): Promise<boolean> {
    const scenario: Scenario = SCENARIOS[name];
    payments += 1;
    const id = `pay-${payments}`;
    let count = 0;
    ({ answers } = scenario);
    decide = (called) => {
      if (called !== call) return undefined;
      count += 1;
      return count === nth ? fault : undefined;
    };
    system.renew();
    await pay(id, true);
    await system.quieten();
    if (scenario.replay !== undefined) {
      const before = receiver.messages.length;
      // An operator repeats a command that failed.
      while ((await system.invoke('publisher', scenario.replay(id)).catch(() => undefined)) === undefined);
      await system.quieten();
      expect(receiver.messages.length, 'the replay sent nothing').to.be.above(before);
    }
    decide = () => undefined;
    const dead = deadEvents();
    const lost = [...closeBook(stored, receiver.messages)].filter((event) => !dead.has(event));
    EVENT_COUNTS.lost += lost.length;
    order.check();
    expect(lost, `${name}: ${call} ${nth} ${fault}`).to.deep.equal([]);
    if (scenario.isGivenUp === undefined) expect(dead.size, 'given up').to.equal(0);
    expect(system.bodies('failed-events')).to.deep.equal([]);
    EVENT_COUNTS['given up'] += dead.size;
    await reset();
    return count >= nth;
  }

  /** The events of the dead deliveries. */
  const deadEvents = () =>
    new Set(system.bodies('dead-deliveries').map((body) => nameOf((JSON.parse(body) as Delivery).event)));

  /** Removes what a scenario leaves: its payments' messages, dead deliveries, and a disabled webhook. */
  async function reset(): Promise<void> {
    (receiver.messages as unknown[]).length = 0;
    for (const id of stored.keys()) await system.dynamodb('DeleteItem', 'payments', { Key: { id: { S: id } } });
    stored.clear();
    await system.sqs('PurgeQueue', 'dead-deliveries', {});
    const Key = { day_shard: { S: '#webhooks' }, event_id: { S: 'merchant' } };
    await system.dynamodb('DeleteItem', 'payment-events', { Key });
    await system.quieten();
  }

  for (const [call, scenario] of Object.entries(CALLS))
    for (const fault of [...FAULTS, ...(IN_PARTS.has(call) ? (['refused in part'] as const) : [])])
      it(`are not lost if a call is ${fault}: ${call}`, async () => {
        const most = sizeOf({ sample: 1, exhaustive: 10 });
        expect(await run(scenario, fault, call, 1), 'the call did not take place').to.equal(true);
        for (let nth = 2; nth <= most && (await run(scenario, fault, call, nth)); nth++);
      });

  it('are not lost in traffic with faults, kills, duplicates and another order', async () => {
    const random = randomFrom(42);
    const oneIn = (count: number) => random() * count < 1;
    decide = () => (oneIn(25) ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined);
    invokeAs = async (name, event, call) => {
      const Records = [...(event.Records as readonly unknown[])];
      // A queue has no order and repeats messages; Lambda repeats the batches of a stream, whose order it keeps.
      if (name === 'deliverer') Records.sort(() => random() - 0.5);
      if (oneIn(5)) await call({ ...event, Records }).catch(() => {});
      if (oneIn(10)) system.renew();
      return call({ ...event, Records });
    };
    const most = sizeOf({ sample: 60, exhaustive: 2_000 });
    for (let at = 0; at < most; at++) {
      answers = oneIn(4) ? [oneIn(2) ? 500 : 429, 204] : answers;
      payments += 1;
      await pay(`pay-${payments}`, oneIn(3));
      if (oneIn(10)) await system.quieten();
    }
    await system.quieten();
    for (let dead = system.bodies('dead-deliveries'); dead.length > 0; dead = system.bodies('dead-deliveries')) {
      EVENT_COUNTS['given up'] += dead.length;
      await system.sqs('PurgeQueue', 'dead-deliveries', {});
      for (const body of dead) {
        const MessageBody = JSON.stringify(revived(JSON.parse(body) as Delivery));
        await system.sqs('SendMessage', 'webhook-deliveries', { MessageBody });
      }
      await system.quieten();
    }
    decide = () => undefined;
    invokeAs = callOnce;
    const lost = closeBook(stored, receiver.messages);
    EVENT_COUNTS.lost += lost.size;
    expect([...lost]).to.deep.equal([]);
    order.check();
    const { Count } = await system.dynamodb('Scan', 'payment-events', { Select: 'COUNT' });
    expect(Count, 'the ledger has each event').to.be.at.least([...stored.values()].flat().length);
    expect(system.bodies('failed-events')).to.deep.equal([]);
    await reset();
  });

  it('have a fault for each call that the functions make, and that their roles allow', () => {
    const allowed = (['publisher', 'deliverer'] as const).flatMap((name) => {
      const lambda = system.functions[name === 'publisher' ? 'payment-publisher' : 'webhook-deliverer'];
      const { tables = {}, queues = {}, secrets = [] } = lambda?.access ?? {};
      return [
        ...Object.entries(tables).flatMap(([table, actions]) =>
          actions.map((action) => `${name} dynamodb ${action} ${table}`),
        ),
        // Lambda itself sends to the queue for failed events.
        ...Object.keys(queues).flatMap((queue) =>
          queue === 'failed-events' ? [] : [`${name} sqs SendMessage ${queue}`],
        ),
        ...secrets.map((secret) => `${name} secretsmanager GetSecretValue ${secret}`),
      ];
    });
    expect(Object.keys(CALLS)).to.have.members([...allowed, POST]);
    expect([...seen]).to.have.members(Object.keys(CALLS));
  });
});
