// Invocations at the times of schedules.

import { expect } from 'chai';
import { withTriggers } from './trigger-run';

const spec = (trigger: string) => `
queues: { dead-letters: { messageRetentionSeconds: 1209600 } }
functions:
  worker:
    entry: functions/worker.ts
    deadLetterQueue: dead-letters
    access: { queues: { dead-letters: [SendMessage] } }
    triggers: { nightly: ${trigger} }
`;

// The clock of the tests starts on 2026-01-15 at 12:00 UTC.
describe('a schedule of a local run', () => {
  it('invokes its function at its times, in its time zone', () =>
    withTriggers(
      spec('{ schedule: cron(15 13 * * ? *), timeZone: Europe/Berlin }'),
      () => undefined,
      async (run) => {
        await run.pass(14 * 60);
        expect(run.events).to.deep.equal([]);
        await run.pass(70);
        expect(run.events.map(({ time }) => time)).to.deep.equal(['2026-01-15T12:15:00Z']);
        expect(run.events[0]).to.include({ source: 'aws.scheduler', 'detail-type': 'Scheduled Event' });
        expect(run.triggers.states()[0]?.nextAt).to.equal(Date.UTC(2026, 0, 16, 12, 15));
      },
    ));

  it('passes its input', () =>
    withTriggers(
      spec('{ schedule: at(2026-01-15T12:00:05), input: { day: yesterday, at: <aws.scheduler.scheduled-time> } }'),
      () => undefined,
      async (run) => {
        await run.pass(10);
        expect(run.events).to.deep.equal([{ day: 'yesterday', at: '2026-01-15T12:00:05Z' }]);
      },
    ));

  it('repeats a failed invocation twice, and then sends the event to the dead-letter queue', () =>
    withTriggers(
      spec('{ schedule: at(2026-01-15T12:00:05), input: { day: today } }'),
      () => {
        throw new Error('down');
      },
      async (run) => {
        await run.pass(180);
        expect(run.events).to.have.length(2);
        await run.pass(10);
        expect(run.events).to.have.length(3);
        expect(run.bodies('dead-letters')).to.deep.equal(['{"day":"today"}']);
        expect(run.counts()).to.deep.equal({ failed: 3, 'given up': 1 });
      },
    ));
});
