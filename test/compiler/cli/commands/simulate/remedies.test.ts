// The edits that keep a limit from refusing requests: each is simulated, and smaller ones do not suffice.

import { expect } from 'chai';
import { simulateCourse } from '../../../../../compiler/cli/commands/simulate/course';
import { remedyText } from '../../../../../compiler/cli/commands/simulate/phrases';
import { type Remedy, remediesFor, type Trial } from '../../../../../compiler/cli/commands/simulate/remedies';
import { editedSystem } from '../../../../../compiler/compile/edited-system';
import type { System } from '../../../../../compiler/estimates/cost/estimate';
import type { Refusal } from '../../../../../compiler/estimates/simulation/result';
import { sizeOf } from '../../../../exhaustive';
import { randomTrial, TEN_MINUTES, trialOf } from './trial';

const firstOf = ({ system, course }: Trial): Refusal => {
  const [first] = simulateCourse(system, course).refusals;
  if (first === undefined) throw new Error('no limit refuses requests');
  return first;
};

/** Whether a limit refuses requests when the fields of a remedy have their values plus a number of steps. */
function refusesAfter(trial: Trial, { limit }: Refusal, remedy: Remedy, steps = 0): boolean {
  return simulateCourse(systemAfter(trial, remedy, steps), trial.course).refusals.some(
    (refusal) => refusal.limit === limit,
  );
}

/** The compiled system when the fields of a remedy have their values plus a number of steps. */
function systemAfter({ plain, context }: Trial, { edits }: Remedy, steps = 0): System {
  const edited = editedSystem(
    plain,
    edits.map(({ field, to }) => ({ path: field.split('.'), value: to + steps })),
    context,
  );
  if (edited === undefined) throw new Error('the edited spec is not valid');
  return edited;
}

describe('the remedies for a limit', () => {
  it('raise the capacity of a table, or lower the throttle, to the nearest value that suffices', () => {
    const trial = trialOf();
    const first = firstOf(trial);
    expect(first.limit).to.equal('write capacity of table payments');
    const [raise, lower, ...others] = remediesFor(first, trial);
    if (raise === undefined || lower === undefined) throw new Error('a remedy is missing');
    expect(others).to.deep.equal([]);
    expect(raise.direction).to.equal('raise');
    expect(raise.edits[0]).to.include({ field: 'tables.payments.capacity.write.autoscaling.minimum', from: 5 });
    expect(raise.usd).to.be.above(0);
    expect(raise.next?.limit).not.to.equal(first.limit);
    expect(lower.direction).to.equal('lower');
    expect(lower.edits.map(({ field }) => field)).to.deep.equal(['api.throttle.rateLimit', 'api.throttle.burstLimit']);
    expect(lower.usd).to.equal(0);
    expect(lower.next?.limit).to.equal('throttle of route post-payment');
    expect(lower.succeeded).to.be.below(raise.succeeded);
    for (const [remedy, smaller] of [
      [raise, -1],
      [lower, 1],
    ] as const) {
      expect(refusesAfter(trial, first, remedy), remedy.direction).to.equal(false);
      expect(refusesAfter(trial, first, remedy, smaller), remedy.direction).to.equal(true);
    }
  });

  it('lower the throttle only of the routes that use the limit', () => {
    const weights = { 'post-payment': 1, 'get-payment': 1 };
    const trial = trialOf({}, { ...TEN_MINUTES, requests: Array(600).fill(40), weights });
    const lowered = (limit: string) => {
      const refusal = simulateCourse(trial.system, trial.course).refusals.find((one) => one.limit === limit);
      if (refusal === undefined) throw new Error(`${limit} does not refuse requests`);
      const [, lower] = remediesFor(refusal, trial);
      return lower?.edits.map(({ field, from }) => `${field} ${from}`);
    };
    expect(lowered('read capacity of table payments')).to.deep.equal([
      'api.routes.get-payment.throttle.rateLimit 1000',
      'api.routes.get-payment.throttle.burstLimit 2000',
    ]);
    expect(lowered('write capacity of table payments')).to.deep.equal([
      'api.routes.post-payment.throttle.rateLimit 1000',
      'api.routes.post-payment.throttle.burstLimit 2000',
    ]);
  });

  it('are only the values that the highest rate needs for a course of more than an hour', () => {
    const trial = trialOf({}, { ...TEN_MINUTES, requests: Array(3601).fill(20) });
    const found = remediesFor(firstOf(trial), trial);
    expect(found.map(({ edits }) => edits)).to.deep.equal([
      [{ field: 'tables.payments.capacity.write.autoscaling.minimum', from: 5, to: 20 }],
    ]);
  });

  it('state that AWS must raise a quota of the account', () => {
    const remedy = { direction: 'raise', usd: 0, succeeded: 1 } as const;
    const edits = [{ field: 'quotas.lambda.concurrentExecutions', from: 1000, to: 1200 }];
    expect(remedyText({ ...remedy, edits })).to.equal(
      'raise quotas.lambda.concurrentExecutions from 1,000 to 1,200, after AWS has raised this quota of the account (at no cost without requests); then 100 % of the requests succeed, and no limit gives way',
    );
  });

  it('raise the maximum with a minimum that passes it', () => {
    const trial = trialOf({}, { ...TEN_MINUTES, requests: Array(600).fill(400), weights: { 'get-payment': 1 } });
    const first = { ...firstOf(trial), limit: 'read capacity of table payments' };
    const field = ['tables', 'payments', 'capacity', 'read', 'autoscaling', 'minimum'];
    const [raise] = remediesFor({ ...first, field }, trial);
    const [minimum, maximum] = raise?.edits ?? [];
    expect(minimum?.to).to.be.above(50);
    expect(maximum).to.deep.equal({
      field: 'tables.payments.capacity.read.autoscaling.maximum',
      from: 50,
      to: minimum?.to,
    });
  });

  it('are absent if no value suffices, or if no field sets the limit', () => {
    const trial = trialOf({}, { ...TEN_MINUTES, faults: [HOT] });
    const first = { ...firstOf(trial), field: ['tables', 'payments', 'capacity', 'read', 'autoscaling', 'minimum'] };
    expect(remediesFor(first, trial).filter(({ direction }) => direction === 'raise')).to.deep.equal([]);
    const { field: _, ...withoutField } = first;
    expect(remediesFor(withoutField, trial)).to.deep.equal([]);
  });

  it('are compiled: a value that a rule rejects is not proposed', () => {
    const trial = trialOf(
      { functions: { 'payment-processor': { reservedConcurrency: 10, expectedDurationMilliseconds: 1000 } } },
      { ...TEN_MINUTES, requests: Array(60).fill(950), weights: { 'get-payment': 1 } },
    );
    const { refusals } = simulateCourse(trial.system, trial.course);
    const concurrency = refusals.find(({ limit }) => limit === 'concurrency of function payment-processor');
    if (concurrency === undefined) throw new Error('the concurrency does not refuse requests');
    // 950 executions of 1,000 leave fewer than 100 for other functions.
    expect(remediesFor(concurrency, trial).map(({ direction }) => direction)).to.deep.equal(['lower']);
  });

  const seeds = Array.from({ length: sizeOf({ sample: 12, exhaustive: 300 }) }, (_, at) => at);
  it(`state how the requests end on the compiled system (${seeds.length} random courses)`, () => {
    let raised = 0;
    for (const seed of seeds) {
      const trial = randomTrial(seed);
      const [first] = simulateCourse(trial.system, trial.course).refusals;
      for (const remedy of first === undefined ? [] : remediesFor(first, trial)) {
        const { outcome, refusals } = simulateCourse(systemAfter(trial, remedy), trial.course);
        const [next] = refusals;
        expect(remedy.succeeded, `course ${seed}`).to.be.closeTo(outcome.succeeded / outcome.requests, 1e-6);
        expect([remedy.next?.limit, remedy.next?.first], `course ${seed}`).to.deep.equal([next?.limit, next?.first]);
        if (remedy.edits.some(({ field }) => field.includes('capacity'))) raised += 1;
      }
    }
    expect(raised).to.be.above(0);
  }).timeout(0);

  it('are simulated again if the compiled system differs from that of the search', () => {
    const trial = trialOf();
    const first = firstOf(trial);
    // Larger items make each write take four units, which the search does not know.
    const { plain } = trialOf({ tables: { payments: { expectedItemSizeBytes: 4000 } } });
    expect(remediesFor(first, { ...trial, plain })).to.deep.equal([]);
  });
});

describe('the search for remedies', () => {
  const spike = () => {
    let simulations = 0;
    // Each simulation of a course reads its start once.
    const course = { ...TEN_MINUTES, requests: Array(600).fill(500), weights: MIX };
    const counted = Object.defineProperty(course, 'start', {
      enumerable: true,
      get: () => {
        simulations += 1;
        return TEN_MINUTES.start;
      },
    });
    const trial = trialOf({}, counted);
    const first = firstOf(trial);
    return { first, found: (refusal: Refusal) => remediesFor(refusal, trial), simulations: () => simulations - 1 };
  };

  it('takes a bounded number of simulations', () => {
    const { first, found, simulations } = spike();
    expect(found(first).map(({ direction }) => direction)).to.deep.equal(['raise', 'lower']);
    expect(simulations()).to.be.at.most(3);
  });

  it('tries a higher maximum only if autoscaling can have acted before the first refusal', () => {
    const { first, found, simulations } = spike();
    const field = ['tables', 'payments', 'capacity', 'read', 'autoscaling', 'maximum'];
    const early = { ...first, limit: 'read capacity of table payments', field, first: 119 };
    found(early);
    const without = simulations();
    found({ ...early, first: 120 });
    expect(simulations() - without).to.be.above(without);
  });
});

/** The expected mix of pr1234. */
const MIX = { 'post-payment': 50, 'get-payment': 40, 'get-payments': 5, 'refund-payment': 4, 'cancel-payment': 1 };

const HOT = { is: 'hot partition', table: 'payments', share: 1, from: 0, until: 600 } as const;
