// The judgement of alarms by incidents, against closed forms on a small system.

import { expect } from 'chai';
import type { System } from '../../../../compiler/estimates/cost/estimate';
import type { Incident } from '../../../../compiler/estimates/incidents/incident';
import {
  isFinding,
  type JudgedIncident,
  type Judgement,
  judgeAlarms,
} from '../../../../compiler/estimates/incidents/judge';
import { STANDARD_INCIDENTS } from '../../../../compiler/estimates/incidents/standard-incidents';
import type { AlarmSet } from '../../../../compiler/monitoring/alarms/all-alarms';
import { sloAlarms } from '../../../../compiler/monitoring/alarms/generated/slo';
import type { Alarm } from '../../../../schema/environment.generated';
import { systemOf } from '../simulation/system';

const MINUTE = 60;
const TRAFFIC = { requestsPerSecond: 2, routes: {} };

/** An alarm on the 5XX responses of the API with one period of a minute, with other fields. */
function alarmOf(fields: Partial<Alarm> = {}): Alarm {
  return {
    description: 'Requests fail',
    metric: { resource: 'api', name: '5XXError', statistic: 'Sum', dimensions: {} },
    comparison: 'GreaterThanThreshold',
    threshold: 0,
    periodSeconds: MINUTE,
    evaluationPeriods: 1,
    treatMissingData: 'notBreaching',
    notify: 'PAGE',
    ...fields,
  };
}

const BASE = systemOf('pr1234.yaml');

/** The system of pr1234 with other alarms: 2 requests/s in each hour, which it serves. */
function systemWith(alarms: AlarmSet['alarms'], fields: Partial<System['environment']> = {}): System {
  const { environment, graph } = BASE;
  const facts = { ...environment.facts, alarms: { alarms, composites: {} } };
  return { graph, environment: { ...environment, facts, ...fields } };
}

function incidentOf(name: string): Incident {
  const found = STANDARD_INCIDENTS.find((incident) => incident.name === name);
  if (found === undefined) throw new Error(`no incident ${name}`);
  return found;
}

function judge(system: System, ...names: readonly string[]): Judgement & { readonly first: JudgedIncident } {
  const judgement = judgeAlarms(system, names.map(incidentOf));
  const first = judgement?.incidents[0];
  if (judgement === undefined || first === undefined) throw new Error('the spec has no traffic');
  return { ...judgement, first };
}

/** A bad deployment, which customers notice at once, with one alarm. */
function badDeployment(fields: Partial<Alarm>) {
  return judge(systemWith({ errors: alarmOf(fields) }), 'bad deployment').first;
}

describe('the judgement of alarms by incidents', () => {
  it('states that an alarm of two periods of a minute fires two minutes after the fault begins', () => {
    const judged = badDeployment({ evaluationPeriods: 2 });
    const firing = { alarm: 'errors', seconds: 2 * MINUTE };
    expect(judged).to.deep.include({ verdict: 'paged', noticed: 0, firstAlarm: firing, firstPage: firing });
    expect(judged.firings).to.deep.equal([firing]);
  });

  it('accepts a page 5 min after customers notice, and not a later one', () => {
    const inTime = badDeployment({ evaluationPeriods: 5 });
    const late = badDeployment({ evaluationPeriods: 6 });
    expect([inTime.firstPage?.seconds, inTime.verdict]).to.deep.equal([5 * MINUTE, 'paged']);
    expect([late.firstPage?.seconds, late.verdict]).to.deep.equal([6 * MINUTE, 'late']);
    expect([inTime, late].map(isFinding)).to.deep.equal([false, true]);
  });

  it('finds an incident without a page, and an alarm that never fires', () => {
    const { first, neverFiring } = judge(systemWith({ errors: alarmOf({ threshold: 1000 }) }), 'bad deployment');
    expect(first.verdict).to.equal('never');
    expect(isFinding(first)).to.equal(true);
    expect(first).not.to.have.property('firstAlarm');
    expect(neverFiring).to.deep.equal(['errors']);
  });

  it('finds a false alarm on a normal day, unless it notifies no one', () => {
    const count = { resource: 'api', name: 'Count', statistic: 'Sum', dimensions: {} };
    const busy = (threshold: number, notify: Alarm['notify']) => alarmOf({ metric: count, threshold, notify });
    // 2 requests/s are 120 a minute.
    // An hour with less than 7,000 of its 7,200 requests: only before the usual traffic counts as the history.
    const idle: Partial<Alarm> = { comparison: 'LessThanThreshold', threshold: 7000, periodSeconds: 3600 };
    const alarms = { limit: busy(120, 'PAGE'), unheard: busy(119, 'NONE'), idle: alarmOf({ metric: count, ...idle }) };
    const quiet = judge(systemWith(alarms), 'normal day').first;
    expect([quiet.verdict, quiet.firings]).to.deep.equal(['quiet', [{ alarm: 'unheard', seconds: 0 }]]);
    const alarming = judge(systemWith({ busy: busy(119, 'NOTICE') }), 'normal day').first;
    expect([alarming.verdict, alarming.firstAlarm?.seconds]).to.deep.equal(['false alarm', 0]);
    expect([quiet, alarming].map(isFinding)).to.deep.equal([false, true]);
  });

  it('finds the first hour of a false alarm', () => {
    const traffic = { ...TRAFFIC, hourlyWeights: [1, 1, 1, 2, 1, 2, ...Array.from({ length: 18 }, () => 1)] };
    const count = { resource: 'api', name: 'Count', statistic: 'Sum', dimensions: {} };
    const { first } = judge(
      systemWith({ busy: alarmOf({ metric: count, threshold: 120 }) }, { traffic }),
      'normal day',
    );
    expect([first.verdict, first.firstAlarm?.seconds]).to.deep.equal(['false alarm', 3 * 3600 + MINUTE]);
  });

  it('does not take an alarm that fires before a fault for its first alarm', () => {
    const count = { resource: 'api', name: 'Count', statistic: 'Sum', dimensions: {} };
    const { first } = judge(systemWith({ busy: alarmOf({ metric: count }) }), 'bad deployment');
    expect([first.verdict, first.firings]).to.deep.equal(['never', []]);
  });

  it('does not require a page that customers do not need', () => {
    const { first } = judge(systemWith({ errors: alarmOf() }), 'hot partition');
    expect(first.verdict).to.equal('not noticed');
    expect(isFinding(first)).to.equal(false);
  });

  it('counts only PAGE as a page, or NOTICE if no alarm pages', () => {
    const notice = alarmOf({ notify: 'NOTICE' });
    const alone = judge(systemWith({ errors: notice }), 'bad deployment').first;
    expect([alone.firstPage?.alarm, alone.verdict]).to.deep.equal(['errors', 'paged']);
    const beside = judge(systemWith({ errors: notice, other: alarmOf({ threshold: 1000 }) }), 'bad deployment').first;
    expect([beside.firstAlarm?.alarm, beside.firstPage, beside.verdict]).to.deep.equal(['errors', undefined, 'never']);
  });

  it('does not count alarms that notify no one as the first alarm', () => {
    const quiet = alarmOf({ notify: 'NONE' });
    const { first, neverFiring } = judge(
      systemWith({
        quiet,
        errors: alarmOf({ evaluationPeriods: 3 }),
        unused: alarmOf({ threshold: 1000, notify: 'NONE' }),
      }),
      'bad deployment',
    );
    expect(first.firstAlarm).to.deep.equal({ alarm: 'errors', seconds: 3 * MINUTE });
    expect(first.firings.map(({ alarm }) => alarm)).to.deep.equal(['quiet', 'errors']);
    expect(neverFiring).to.deep.equal([]);
  });

  it('judges long windows as if the usual traffic had lasted since long before', () => {
    const { alarms, composites } = sloAlarms({ availabilityPercent: 99.9, latencyPercent: 99 });
    const system = systemWith(alarms);
    const facts = { ...system.environment.facts, alarms: { alarms, composites } };
    const { first } = judge({ ...system, environment: { ...system.environment, facts } }, 'partial outage');
    const seconds = Object.fromEntries(first.firings.map((firing) => [firing.alarm, firing.seconds]));
    // 5 % of failures use 14.4 × 0.1 % of an hour after 1.44 / 5 × 60 = 17.28 min, and 6 × 0.1 % of 6 hours after 43.2 min.
    expect(seconds['slo-availability-fast-1h']).to.equal(18 * MINUTE);
    expect(seconds['slo-availability-fast-5m']).to.equal(2 * MINUTE);
    expect(seconds).not.to.have.property('slo-availability-slow-6h');
    expect(first.firstPage?.alarm).to.equal('slo-availability-fast-burn');
  });

  it('lists alarms with a metric that does not follow from a simulation', () => {
    const metric = {
      resource: 'functions.payment-processor',
      name: 'PaymentsRefused',
      statistic: 'Sum',
      dimensions: {},
    };
    const judgement = judge(systemWith({ refused: alarmOf({ metric }), errors: alarmOf() }), 'bad deployment');
    expect([judgement.unjudged, judgement.neverFiring]).to.deep.equal([['refused'], []]);
  });

  it('omits incidents of parts that the system does not have', () => {
    const names = judgeAlarms(systemWith({ errors: alarmOf() }))?.incidents.map(({ incident }) => incident.name);
    expect(names).to.include.members(['normal day', 'bad deployment', 'faulty code', 'queues fail']);
    for (const name of ['foreign writes', 'publishing fails', 'deliveries fail', 'webhooks fail', 'schedules fail'])
      expect(names).not.to.include(name);
  });

  it('does not require a page for errors of clients', () => {
    const { first } = judge(systemWith({ errors: alarmOf() }), 'refused requests');
    expect([first.verdict, first.firings]).to.deep.equal(['not noticed', []]);
  });

  it('requires traffic', () => {
    const { traffic: _, ...environment } = BASE.environment;
    expect(judgeAlarms({ ...BASE, environment })).to.equal(undefined);
    expect(judgeAlarms(systemWith({}, { traffic: { ...TRAFFIC, requestsPerSecond: 0 } }))).to.equal(undefined);
  });
});
