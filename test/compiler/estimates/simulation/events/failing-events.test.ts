// Events that fail: retries, dead letters, and the alarms on them.

import { expect } from 'chai';
import { Backlog } from '../../../../../compiler/estimates/simulation/events/backlog';
import { chainOf } from '../../../../../compiler/estimates/simulation/events/stream-events';
import type { Fault, FaultKind } from '../../../../../compiler/estimates/simulation/scenario';
import { run, START, steadyRate, systemOf, valuesOf } from '../system';

const MINUTE = 60;
const HOUR = 3600;
const PRODUCTION = systemOf('production.yaml');

/** Production with one webhook that has other settings. */
const withWebhook = (settings: object) =>
  systemOf('production.yaml', { payment: { webhooks: { merchant: settings } } });

/** 10 payments a second, and faults that begin after a minute. */
function fail(seconds: number, kinds: readonly FaultKind[], system = PRODUCTION, start = START) {
  const faults = kinds.map((kind): Fault => ({ ...kind, from: MINUTE, until: seconds }));
  return run(system, { requests: steadyRate(10, seconds), faults, start });
}

/** The first second in which an alarm fires; undefined if it does not. */
function firedAt({ alarms }: ReturnType<typeof run>, name: string): number | undefined {
  return alarms.find(({ alarm, state }) => alarm === name && state === 'ALARM')?.second;
}

const failing = (name: string, share = 1): FaultKind => ({ is: 'failing function', function: name, share });

describe('the invocations for a batch of changes', () => {
  const limits = { maximumRetryAttempts: 2, maximumRecordAgeSeconds: undefined };

  it('are one without failures', () => {
    expect(chainOf(limits, 0, 0.5)).to.deep.include({ invocations: 1, seconds: 0.5, givenUp: 0 });
  });

  it('are all retries, after 1 s and 2 s, if each one fails', () => {
    expect(chainOf(limits, 1, 0.5)).to.deep.equal({
      ...{ invocations: 3, seconds: 4.5, givenUp: 1, givenUpAfter: 4.5, isReported: true },
    });
  });

  it('are fewer on average if some succeed', () => {
    // 1 + 1/2 + 1/4 invocations, and pauses of 1 s after a half and of 2 s after a quarter of the batches.
    expect(chainOf(limits, 0.5, 1)).to.deep.include({
      invocations: 1.75,
      seconds: 2.75,
      givenUp: 0.125,
      givenUpAfter: 6,
    });
  });

  it('end when the changes are too old', () => {
    const aged = { maximumRetryAttempts: undefined, maximumRecordAgeSeconds: 40 };
    // Pauses of 1, 2, 4, 8 and 16 s; the next one of 30 s would end after 40 s.
    expect(chainOf(aged, 1, 1)).to.deep.include({ invocations: 6, givenUp: 1, givenUpAfter: 40, isReported: true });
  });

  it('end without a message when the stream no longer has the changes', () => {
    const unlimited = { maximumRetryAttempts: undefined, maximumRecordAgeSeconds: undefined };
    expect(chainOf(unlimited, 1, 1)).to.deep.include({ givenUp: 1, givenUpAfter: 86_400, isReported: false });
    // The last retry ends before that.
    expect(chainOf({ ...unlimited, maximumRetryAttempts: 10 }, 1, 1).isReported).to.equal(true);
  });
});

describe('the changes of a table whose function fails', () => {
  it('go to the dead-letter queue after the last retry, one from each lane of the stream', () => {
    const simulation = fail(20 * MINUTE, [failing('payment-publisher')]);
    // 10 retries after 1, 2, 4, 8, 16 and five times 30 s, and 11 invocations of 25 ms: 181.275 s.
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect(dead[MINUTE + 181]).to.equal(0);
    expect(dead[MINUTE + 182]).to.be.greaterThan(0);
    expect((dead[1100] ?? 0) - (dead[1000] ?? 0)).to.be.closeTo(100 / 181.275, 1e-6);
    // The first whole message follows after another 181.275 s.
    const whole = dead.findIndex((depth) => depth >= 1);
    expect(whole).to.be.closeTo(MINUTE + 2 * 181.275, 2);
    expect(firedAt(simulation, 'failed-events-messages')).to.equal(Math.ceil((whole + 1) / MINUTE) * MINUTE);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'errors')[600]).to.be.closeTo(11 / 181.275, 1e-6);
  });

  it('go there a batch at a time if batches are not split', () => {
    const changes = { bisectBatchOnError: false };
    const system = systemOf('production.yaml', { functions: { 'payment-publisher': { triggers: { changes } } } });
    const simulation = fail(20 * MINUTE, [failing('payment-publisher')], system);
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect((dead[1100] ?? 0) - (dead[1000] ?? 0)).to.be.closeTo(100 / 181.275, 1e-6);
    const waiting = valuesOf(simulation, 'functions.payment-publisher', 'waiting changes');
    // 10 changes arrive in each second, and each batch has 100.
    expect((waiting[1100] ?? 0) - (waiting[1000] ?? 0)).to.be.closeTo(100 * (10 - 100 / 181.275), 1e-3);
  });

  it('are missing in the reconciliation of the next day', () => {
    const run = 5 * HOUR + 15 * MINUTE;
    const simulation = fail(run + 10 * MINUTE, [failing('payment-publisher')], PRODUCTION, START + 22 * HOUR);
    expect(firedAt(simulation, 'reconciliation-differences')).to.equal(run + MINUTE);
  });

  it('are published if some retry succeeds', () => {
    const simulation = fail(10 * MINUTE, [failing('payment-publisher', 0.1)]);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'sent')[300]).to.be.closeTo(10, 1e-6);
    expect(valuesOf(simulation, 'queues.failed-events', 'unread')[599]).to.equal(0);
  });

  it('wait while the queue refuses their messages', () => {
    const queue = 'webhook-deliveries';
    const simulation = fail(5 * MINUTE, [{ is: 'failing queue', queue, share: 1 }]);
    expect(valuesOf(simulation, `queues.${queue}`, 'sent')[200]).to.equal(0);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'waiting changes')[200]).to.be.closeTo(10 * 141, 5);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'errors')[200]).to.equal(0);
    expect(simulation.refusals.find(({ limit }) => limit === `queue ${queue}`)?.reason).to.equal('ServiceUnavailable');
  });
});

describe('the changes of a table whose queue refuses some messages', () => {
  it('are sent again until the queue accepts all', () => {
    const queue = 'webhook-deliveries';
    const simulation = fail(5 * MINUTE, [{ is: 'failing queue', queue, share: 0.5 }]);
    expect(valuesOf(simulation, `queues.${queue}`, 'sent')[200]).to.be.closeTo(10 * (1 - 0.5 ** 11), 1e-6);
    const refused = simulation.refusals.find(({ limit }) => limit === `queue ${queue}`);
    // Half of the messages of each of the attempts, of which there are 2 × (1 - 0.5 ** 11) on average.
    expect(refused?.count).to.be.closeTo(10 * 240 * (1 - 0.5 ** 11), 1e-3);
  });
});

describe('changes that another program writes', () => {
  const foreign: FaultKind = { is: 'foreign writes', table: 'payments', share: 0.2 };

  it('have no event, and fire an alarm', () => {
    const simulation = fail(10 * MINUTE, [foreign]);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'sent')[300]).to.be.closeTo(8, 1e-6);
    expect(firedAt(simulation, 'payment-publisher-unpublishable')).to.equal(2 * MINUTE);
  });

  it('are found by the reconciliation of the next day, and not by that of the same day', () => {
    const evening = START + 22 * HOUR;
    // Two hours until midnight, and 3 h 15 min until the run.
    const run = 5 * HOUR + 15 * MINUTE;
    expect(firedAt(fail(run + 10 * MINUTE, [foreign], PRODUCTION, evening), 'reconciliation-differences')).to.equal(
      run + MINUTE,
    );
    const night = START + 3 * HOUR;
    expect(firedAt(fail(HOUR, [foreign], PRODUCTION, night), 'reconciliation-differences')).to.equal(undefined);
  });

  it('are found by the reconciliation of the days that its input names', () => {
    const nightly = { input: { daysAgo: [2] } };
    const system = systemOf('production.yaml', { functions: { reconciliation: { triggers: { nightly } } } });
    const simulation = fail(5.5 * HOUR, [foreign], system, START + 22 * HOUR);
    expect(firedAt(simulation, 'reconciliation-differences')).to.equal(undefined);
  });
});

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

describe('the deliveries to a webhook that fails', () => {
  const down: FaultKind = { is: 'failing webhook', webhook: 'merchant', share: 1 };

  it('are repeated after the delays of the spec, and given up after the last one', () => {
    const simulation = fail(10 * MINUTE, [down], withWebhook({ retryDelaysSeconds: [5, 60] }));
    const attempts = valuesOf(simulation, 'functions.webhook-deliverer', 'attempts');
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    const at = (second: number) => MINUTE + second;
    expect([4, 5, 64, 65].map((second) => Math.round(attempts[at(second)] ?? 0))).to.deep.equal([10, 20, 20, 30]);
    expect([64, 65, 66].map((second) => Math.round(dead[at(second)] ?? 0))).to.deep.equal([0, 10, 20]);
    expect(simulation.refusals.map(({ limit, reason }) => [limit, reason])).to.deep.equal([
      ['webhook merchant', 'PostFailed'],
    ]);
    expect(firedAt(simulation, 'dead-deliveries-messages')).to.equal(3 * MINUTE);
  });

  it('fire an alarm within minutes if more than half of the attempts fail', () => {
    expect(firedAt(fail(20 * MINUTE, [down]), 'webhook-deliverer-failing')).to.be.within(5 * MINUTE, 10 * MINUTE);
    expect(firedAt(fail(20 * MINUTE, [{ ...down, share: 0.3 }]), 'webhook-deliverer-failing')).to.equal(undefined);
  });

  it('are sent again each 15 min to wait longer, because SQS delays no message longer', () => {
    const simulation = fail(40 * MINUTE, [down], withWebhook({ retryDelaysSeconds: [2000] }));
    const sent = valuesOf(simulation, 'queues.webhook-deliveries', 'sent');
    // New ones and those that failed; and those that wait after 900 and 1,800 s.
    const at = [10, 899, 900, 1799, 1800, 2000].map((second) => Math.round(sent[MINUTE + second] ?? 0));
    expect(at).to.deep.equal([20, 20, 30, 30, 40, 40]);
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    expect(dead[MINUTE + 1999]).to.equal(0);
    expect(dead[MINUTE + 2000]).to.be.closeTo(10, 1e-6);
    // Messages that only wait do not write to the ledger.
    const written = valuesOf(simulation, 'tables.payment-events', 'consumed write units');
    expect(written[MINUTE + 1900]).to.be.closeTo(written[MINUTE + 10] ?? 0, 1e-6);
    expect(written[MINUTE + 2001]).to.be.closeTo(1.5 * (written[MINUTE + 10] ?? 0), 1e-6);
    // First attempts for 2,340 s, and second ones for 340 s.
    expect(simulation.refusals[0]?.count).to.be.closeTo(10 * (2340 + 340), 1e-3);
  });

  it('disable it after the time of the spec, and all further events are given up', () => {
    const system = withWebhook({ retryDelaysSeconds: [60], disableAfterHours: 1 });
    const simulation = fail(HOUR + 10 * MINUTE, [down], system);
    const disabled = MINUTE + HOUR;
    expect(firedAt(simulation, 'webhook-deliverer-webhook-disabled')).to.equal(disabled + MINUTE);
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'sent');
    // Of each second: second attempts before; then also new events, and for a minute those that still wait.
    const at = [-10, 10, 59, 70].map((second) => Math.round(dead[disabled + second] ?? 0));
    expect(at).to.deep.equal([10, 20, 20, 10]);
  });

  it('do not disable it while some succeed', () => {
    const system = withWebhook({ retryDelaysSeconds: [60], disableAfterHours: 1 });
    const simulation = fail(HOUR + 10 * MINUTE, [{ ...down, share: 0.9 }], system);
    expect(firedAt(simulation, 'webhook-deliverer-webhook-disabled')).to.equal(undefined);
    expect(valuesOf(simulation, 'queues.dead-deliveries', 'sent')[1000]).to.be.closeTo(10 * 0.9 * 0.9, 1e-6);
  });

  it('are given up only for messages that the function could receive', () => {
    const system = withWebhook({ retryDelaysSeconds: [] });
    const simulation = fail(10 * MINUTE, [down, failing('webhook-deliverer', 0.5)], system);
    expect(valuesOf(simulation, 'queues.dead-deliveries', 'sent')[300]).to.be.closeTo(5, 1e-6);
  });

  it('wait for a slow function, and none is lost or given up twice', () => {
    const system = systemOf('production.yaml', {
      payment: { webhooks: { merchant: { retryDelaysSeconds: [] } } },
      functions: { 'webhook-deliverer': { reservedConcurrency: 1, expectedDurationMilliseconds: 2000 } },
    });
    const simulation = fail(10 * MINUTE, [down], system);
    // A batch of 10 messages every 2 s.
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    expect((dead[500] ?? 0) - (dead[400] ?? 0)).to.be.closeTo(500, 1e-6);
    const visible = valuesOf(simulation, 'queues.webhook-deliveries', 'visible');
    expect((visible[500] ?? 0) - (visible[400] ?? 0)).to.be.closeTo(500, 1e-6);
  });

  it('fill batches if the concurrency does not suffice for one message each', () => {
    const system = systemOf('production.yaml', {
      payment: { webhooks: { merchant: { retryDelaysSeconds: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } } },
      functions: { 'webhook-deliverer': { reservedConcurrency: 5 } },
    });
    const simulation = fail(5 * MINUTE, [down], system);
    // 110 messages a second, and 50 invocations a second for 5 environments.
    expect(valuesOf(simulation, 'functions.webhook-deliverer', 'admitted')[299]).to.be.closeTo(50, 1e-6);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'visible')[299]).to.equal(0);
    expect(firedAt(simulation, 'webhook-deliverer-throttle')).to.equal(undefined);
  });
});

describe('the run of a schedule', () => {
  const night = START + 3 * HOUR + 10 * MINUTE;
  const schedule = 'reconciliation.nightly';
  const due = 5 * MINUTE;

  it('is given up after the retries of the spec if Scheduler cannot start it', () => {
    const simulation = fail(10 * MINUTE, [{ is: 'failing schedule', schedule, share: 1 }], PRODUCTION, night);
    const runs = valuesOf(simulation, 'functions.reconciliation', 'attempts');
    expect(Math.max(...runs)).to.equal(0);
    // Three retries: after 1, 2 and 4 s.
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([due + 6, due + 7].map((second) => dead[second])).to.deep.equal([0, 1]);
    expect(firedAt(simulation, 'schedules-errors')).to.equal(due + MINUTE);
    expect(firedAt(simulation, 'schedules-dropped')).to.equal(due + MINUTE);
    expect(firedAt(simulation, 'failed-events-messages')).to.equal(due + MINUTE);
    expect(simulation.refusals).to.deep.include({
      ...{ limit: `schedule ${schedule}`, field: undefined, reason: 'TargetError', status: 0 },
      ...{ first: due, rateAtFirst: 10, count: 4 },
    });
  });

  it('is one concurrent execution, however long it takes', () => {
    const system = systemOf('production.yaml', {
      functions: { reconciliation: { expectedDurationMilliseconds: 120_000 } },
    });
    const simulation = fail(10 * MINUTE, [], system, night);
    const of = (what: string) => valuesOf(simulation, 'functions.reconciliation', what)[due];
    expect(['attempts', 'admitted', 'refused', 'concurrency', 'busy'].map(of)).to.deep.equal([1, 1, 0, 1, 120]);
    expect(firedAt(simulation, 'reconciliation-throttle')).to.equal(undefined);
  });

  it('is given up if it is older than the spec allows', () => {
    const nightly = { maximumRetryAttempts: 185, maximumEventAgeSeconds: 60 };
    const system = systemOf('production.yaml', { functions: { reconciliation: { triggers: { nightly } } } });
    const simulation = fail(10 * MINUTE, [{ is: 'failing schedule', schedule, share: 1 }], system, night);
    // Retries after 1, 2, 4, 8 and 16 s; the next one would follow 63 s after the time of the schedule.
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([due + 30, due + 31].map((second) => dead[second])).to.deep.equal([0, 1]);
    expect(simulation.refusals[0]?.count).to.equal(6);
  });

  it('is repeated after throttles for 6 h', () => {
    // The requests use the whole concurrency of the account.
    const system = systemOf('production.yaml', {
      api: { throttle: { rateLimit: 9000, burstLimit: 5000 } },
      functions: {
        'payment-processor': { reservedConcurrency: null, expectedDurationMilliseconds: 1000 },
        reconciliation: { reservedConcurrency: null },
      },
      outputs: { lambda_reserved_concurrency: null },
    });
    const requests = steadyRate(3000, 7 * HOUR);
    const simulation = run(system, { requests, start: night, routes: { 'get-payment': 1 } });
    const attempts = valuesOf(simulation, 'functions.reconciliation', 'refused');
    const when = [...attempts].flatMap((count, second) => (count > 0 ? [second - due] : []));
    // Pauses that double from 1 s to 300 s.
    expect(when.slice(0, 11)).to.deep.equal([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811]);
    const last = 511 + 300 * Math.floor((6 * HOUR - 511) / 300);
    expect(when.at(-1)).to.equal(last);
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([last - 1, last].map((second) => dead[due + second])).to.deep.equal([0, 1]);
  });

  it('is repeated after 1 and 2 min if its function fails, and then given up by Lambda', () => {
    const simulation = fail(15 * MINUTE, [failing('reconciliation')], PRODUCTION, night);
    const runs = valuesOf(simulation, 'functions.reconciliation', 'errors');
    const when = [...runs].flatMap((count, second) => (count > 0 ? [second - due] : []));
    expect(when).to.deep.equal([0, MINUTE, 3 * MINUTE]);
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([179, 180].map((second) => dead[due + second])).to.deep.equal([0, 1]);
    expect(firedAt(simulation, 'schedules-errors')).to.equal(undefined);
  });

  it('does not fail a second time if the fault is over', () => {
    const fault: Fault = { ...failing('reconciliation'), from: due, until: due + 30 };
    const simulation = run(PRODUCTION, { requests: steadyRate(10, 15 * MINUTE), faults: [fault], start: night });
    const attempts = valuesOf(simulation, 'functions.reconciliation', 'attempts');
    const when = [...attempts].flatMap((count, second) => (count > 0 ? [second - due] : []));
    expect(when).to.deep.equal([0, MINUTE]);
    expect(Math.max(...valuesOf(simulation, 'queues.failed-events', 'unread'))).to.equal(0);
  });
});

describe('requests that a function answers with an error', () => {
  const answering = (status: number, share = 0.5): FaultKind => ({
    ...{ is: 'error response', function: 'payment-processor', status, share },
  });

  it('do not count as errors of Lambda; the handler sends an internal failure to its dead-letter queue', () => {
    const simulation = fail(5 * MINUTE, [answering(500)]);
    expect(simulation.outcome.failed).to.deep.equal({ 500: 5 * 240 });
    expect(Math.max(...valuesOf(simulation, 'functions.payment-processor', 'errors'))).to.equal(0);
    expect(valuesOf(simulation, 'queues.payment-processor-dlq', 'unread')[299]).to.equal(5 * 240);
    expect(valuesOf(simulation, 'api', 'failed')[299]).to.equal(5);
    expect(firedAt(simulation, 'payment-processor-dlq-messages')).to.equal(2 * MINUTE);
    expect(firedAt(simulation, 'payment-processor-dead-letters-lost')).to.equal(undefined);
  });

  it('lose their dead letters if the queue refuses them', () => {
    const queue: FaultKind = { is: 'failing queue', queue: 'payment-processor-dlq', share: 1 };
    const simulation = fail(5 * MINUTE, [answering(500), queue]);
    expect(firedAt(simulation, 'payment-processor-dead-letters-lost')).to.equal(2 * MINUTE);
    expect(firedAt(simulation, 'payment-processor-dlq-messages')).to.equal(undefined);
  });

  it('are refused payments only if they change payments', () => {
    const faults: readonly Fault[] = [{ ...answering(409, 0.9), from: MINUTE, until: 20 * MINUTE }];
    const reading = { requests: steadyRate(10, 20 * MINUTE), faults, routes: { 'post-payment': 1, 'get-payment': 1 } };
    // 5 payments a second are refused in 90 %; with reads, only 4.5 of 9.5 requests would be.
    expect(firedAt(run(PRODUCTION, reading), 'payment-processor-refused')).to.be.a('number');
    const none = { ...reading, routes: { 'get-payment': 1 } };
    expect(firedAt(run(PRODUCTION, none), 'payment-processor-refused')).to.equal(undefined);
  });

  it('are refused payments if they are errors of the client, and do not count as failures of the system', () => {
    const simulation = fail(20 * MINUTE, [answering(409, 0.8)]);
    expect(firedAt(simulation, 'payment-processor-refused')).to.be.a('number');
    expect(Math.max(...valuesOf(simulation, 'api', 'failed'))).to.equal(0);
    expect(Math.max(...valuesOf(simulation, 'queues.payment-processor-dlq', 'unread'))).to.equal(0);
    const quiet = fail(20 * MINUTE, [answering(500, 0.8)]);
    expect(firedAt(quiet, 'payment-processor-refused')).to.equal(undefined);
  });

  it('do not write to tables', () => {
    const written = valuesOf(fail(5 * MINUTE, [answering(409)]), 'tables.payments', 'consumed write units');
    expect([written[59], written[60]].map((units) => units && units * 2)).to.deep.equal([
      2 * (written[59] ?? 0),
      written[59],
    ]);
  });
});

describe('requests that no table can serve', () => {
  it('are a metric of the handler', () => {
    const alarm = {
      description: 'Tables are not available',
      metric: { resource: 'functions.payment-processor.metrics', name: 'RequestsUnavailable', statistic: 'Sum' },
      threshold: 599,
      evaluationPeriods: 1,
      drill: { fires: { metric: '600' }, quiet: { metric: '599' } },
    };
    const system = systemOf('production.yaml', { alarms: { unavailable: alarm } });
    const failed = fail(10 * MINUTE, [{ is: 'failing table', table: 'payments', share: 1 }], system);
    // 10 payments a second are 600 a minute, after the retries of the first minute.
    expect(firedAt(failed, 'unavailable')).to.equal(3 * MINUTE);
    const partly = fail(10 * MINUTE, [{ is: 'failing table', table: 'payments', share: 0.5 }], system);
    expect(firedAt(partly, 'unavailable')).to.equal(undefined);
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

describe('an unusual amount', () => {
  const unusual = (factor: number): FaultKind => ({ is: 'unusual amount', function: 'payment-processor', factor });

  it('fires the alarm of each currency in which it is more than fifty times the average', () => {
    const simulation = fail(10 * MINUTE, [unusual(1000)]);
    // In the first minute, 200 payments in each currency have an average of 5.97.
    const fired = ['usd', 'eur', 'gbp'].map((currency) => firedAt(simulation, `payment-processor-amounts-${currency}`));
    expect(fired).to.deep.equal([2 * MINUTE, 2 * MINUTE, 2 * MINUTE]);
    expect(firedAt(fail(10 * MINUTE, [unusual(50)]), 'payment-processor-amounts-usd')).to.equal(undefined);
  });
});
