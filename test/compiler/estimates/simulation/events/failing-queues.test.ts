// Messages that fail: visibility timeouts, dead-letter queues, and queues that no trigger reads.

import { expect } from 'chai';
import { Backlog } from '../../../../../compiler/estimates/simulation/events/backlog';
import type { FaultKind } from '../../../../../compiler/estimates/simulation/scenario';
import { systemOf, valuesOf } from '../system';
import { fail, failing, firedAt, HOUR, MINUTE } from './failing';

describe('the messages of a queue whose function fails', () => {
  const simulation = fail(2 * HOUR + 10 * MINUTE, [failing('webhook-deliverer')]);

  it('are received again after the visibility timeout', () => {
    const attempts = valuesOf(simulation, 'functions.webhook-deliverer', 'attempts');
    expect([MINUTE + 700, MINUTE + 740, MINUTE + 1460].map((second) => attempts[second])).to.deep.equal([10, 20, 30]);
  });

  it('go to the dead-letter queue after the last receive', () => {
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    // 10 receives, each followed by 720 s.
    const first = MINUTE + 7200;
    expect([first - 1, first, first + 1].map((second) => dead[second])).to.deep.equal([0, 10, 20]);
    expect(valuesOf(simulation, 'queues.dead-deliveries', 'sent')[first]).to.equal(0);
    expect(firedAt(simulation, 'dead-deliveries-messages')).to.equal(first + MINUTE);
    expect(valuesOf(simulation, 'queues.dead-deliveries', 'age of the oldest')[first + 100]).to.equal(101);
  });

  it('have the age of the oldest one that was received less than three times', () => {
    const age = valuesOf(simulation, 'queues.webhook-deliveries', 'age of the oldest');
    expect([MINUTE - 1, MINUTE + 99, MINUTE + 719].map((second) => age[second])).to.deep.equal([0, 100, 720]);
    // Messages are hidden twice for 720 s; then they are received for the third time.
    expect(age[MINUTE + 5000]).to.equal(1440);
  });
});

describe('the messages of a queue without a reader', () => {
  it('expire at the end of their retention', () => {
    const system = systemOf('production.yaml', {
      queues: { 'payment-processor-dlq': { messageRetentionSeconds: 100 } },
    });
    const kind: FaultKind = { is: 'error response', function: 'payment-processor', status: 500, share: 0.5 };
    const simulation = fail(10 * MINUTE, [kind], system);
    const visible = valuesOf(simulation, 'queues.payment-processor-dlq', 'unread');
    const age = valuesOf(simulation, 'queues.payment-processor-dlq', 'age of the oldest');
    expect([MINUTE, 100, 300, 599].map((second) => [visible[second], age[second]])).to.deep.equal([
      [5, 1],
      [205, 41],
      [500, 100],
      [500, 100],
    ]);
  });
});

describe('the messages of a function that sends to another queue', () => {
  /** Without webhooks, the deliverer sends a message for each one that it receives. */
  const chain = systemOf('production.yaml', {
    payment: { webhooks: null },
    queues: { audits: {} },
    functions: {
      'webhook-deliverer': { access: { queues: { audits: ['SendMessage'] } } },
      auditor: {
        ...{ entry: 'runtime/deliverer.ts', runtime: 'nodejs24.x', memorySizeMegabytes: 128, timeoutSeconds: 5 },
        deadLetterQueue: 'failed-events',
        environment: {
          LEDGER_TABLE_NAME: '{{ tables.payment-events.name }}',
          DELIVERIES_QUEUE_URL: '{{ queues.audits.url }}',
          DEAD_DELIVERIES_QUEUE_URL: '{{ queues.dead-deliveries.url }}',
          WEBHOOKS: '{{ payment.webhookRules }}',
          METRICS_NAMESPACE: '{{ application }}/{{ suffix }}',
        },
        access: { queues: { 'failed-events': ['SendMessage'] } },
        triggers: { audits: { queue: 'audits' } },
      },
    },
  });

  it('are as many as those that it receives, and none goes to its own queue', () => {
    const simulation = fail(10 * MINUTE, [], chain);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'sent')[300]).to.be.closeTo(10, 1e-6);
    expect(valuesOf(simulation, 'queues.audits', 'sent')[300]).to.be.closeTo(10, 1e-6);
  });

  it('are shared by the triggers of a queue', () => {
    const { environment, graph } = chain;
    const [trigger] = environment.facts.triggers.filter(({ function: name }) => name === 'webhook-deliverer');
    if (trigger === undefined) throw new Error('no trigger');
    const second = { ...trigger, function: 'auditor', name: 'second' };
    const facts = { ...environment.facts, triggers: [...environment.facts.triggers, second] };
    const simulation = fail(10 * MINUTE, [], { graph, environment: { ...environment, facts } });
    const received = (name: string) => valuesOf(simulation, `functions.${name}`, 'attempts')[300];
    // The auditor receives 5 messages of the first queue and 5 of its own one, which the deliverer sends.
    expect(received('webhook-deliverer')).to.be.closeTo(5, 1e-6);
    expect(valuesOf(simulation, 'queues.audits', 'sent')[300]).to.be.closeTo(5, 1e-6);
  });

  it('stay in its own queue while the other one refuses them', () => {
    const simulation = fail(10 * MINUTE, [{ is: 'failing queue', queue: 'audits', share: 1 }], chain);
    expect(valuesOf(simulation, 'queues.audits', 'sent')[300]).to.equal(0);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'age of the oldest')[300]).to.equal(241);
  });
});

describe('events that wait', () => {
  it('are taken in their order, whatever the rounding error of their sum', () => {
    const backlog = new Backlog(10);
    backlog.add(0, 0.1);
    backlog.add(1, 0.2);
    backlog.take(1);
    backlog.add(5, 1);
    expect([backlog.age(7), backlog.isEmpty]).to.deep.equal([3, false]);
  });
});
