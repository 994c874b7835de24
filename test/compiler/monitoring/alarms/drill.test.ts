// Each alarm of each spec passes its drill, and the Python program's alarms fail where ours fire.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { resourcesOf } from '../../../../compiler/graph/graph';
import type { Value } from '../../../../compiler/graph/value';
import { type AlarmSettings, alarmStates, type Series } from '../../../../compiler/model/alarm-state';
import { type DrillOutcome, drillAll } from '../../../../compiler/monitoring/alarms/drill';
import { evaluateMath } from '../../../../compiler/monitoring/alarms/evaluation';
import { parseMetricMath } from '../../../../compiler/monitoring/alarms/metric-math';
import { settle } from '../../../settle';
import { compileProject, graphOf, ROOT } from '../../../spec';

const alarmsOf = (path: string) => compileProject(path).resolved?.expanded.facts.alarms ?? expect.fail(path);

describe('the alarms of each spec', () => {
  const specs = ['development', 'pr', 'pr1234', 'production'].map((name) => `spec/${name}.yaml`);
  for (const path of [...specs, 'test/golden/everything/spec.yaml']) {
    it(`${path}: each has a drill, fires and stays quiet as expected, and recovers`, () => {
      const results = drillAll(alarmsOf(path));
      expect(results.size).to.be.greaterThan(2);
      const proper = (drilled: DrillOutcome) =>
        drilled.is === 'tried' && drilled.fires !== undefined && drilled.isQuiet && drilled.afterwards !== 'ALARM';
      // `slow` of everything ignores missing data, so that it stays in ALARM without data. A warning reports it.
      const failing = [...results].filter(([, drilled]) => !proper(drilled)).map(([name]) => name);
      expect(failing).to.deep.equal(path.includes('everything') ? ['slow'] : []);
    });
  }

  it('are all deployed alarms, with their physical names', () => {
    const { alarms, composites } = alarmsOf('spec/production.yaml');
    const names = graphOf('spec/production.yaml').resources.flatMap(({ kind, name }) =>
      /:(MetricAlarm|CompositeAlarm)$/.test(kind) ? [name] : [],
    );
    const expected = [...Object.keys(alarms), ...Object.keys(composites)].map((name) => `${name}-alarm`);
    expect(names.sort()).to.deep.equal(expected.sort());
  });
});

interface Inputs extends Omit<AlarmSettings, 'comparison'> {
  readonly comparisonOperator: AlarmSettings['comparison'];
  readonly period?: number;
  readonly metricName?: string;
  readonly metricQueries?: readonly { id: string; expression?: string; metric?: { metricName: string } }[];
  readonly alarmActions?: readonly unknown[];
  readonly okActions?: readonly unknown[];
}

/** The states of a deployed alarm, for values by metric name. */
function statesOf(inputs: Inputs, values: Readonly<Record<string, Series>>) {
  const { metricQueries, metricName = '', comparisonOperator: comparison, treatMissingData = 'missing' } = inputs;
  const expression = metricQueries?.find((query) => query.expression !== undefined)?.expression;
  const metrics = (metricQueries ?? []).flatMap(({ id, metric }) =>
    metric === undefined ? [] : [[id, values[metric.metricName] ?? []]],
  );
  const series =
    expression === undefined
      ? (values[metricName] ?? [])
      : evaluateMath(parseMetricMath(expression), { metrics: Object.fromEntries(metrics), periodSeconds: 60 });
  return alarmStates(series, { ...inputs, comparison, treatMissingData }, 'INSUFFICIENT_DATA');
}

describe('defect 9 of the Python program', () => {
  const fixture = readFileSync(join(ROOT, 'test/parity/fixtures/resources.json'), 'utf8');
  const original = JSON.parse(fixture) as { name: string; inputs: Inputs }[];
  const graph = graphOf('spec/pr1234.yaml');
  const here = graph.resources.map(({ name, inputs }) => ({
    name,
    inputs: settle(graph, inputs as Value) as unknown as Inputs,
  }));
  const find = (resources: typeof original, name: string) =>
    resources.find((resource) => resource.name === `payment-processor-${name}-alarm`)?.inputs ?? expect.fail(name);
  const _ = undefined;
  const last = (inputs: Inputs, values: Readonly<Record<string, Series>>) => statesOf(inputs, values).at(-1);

  const rows: Record<string, { alarm: string; find: (inputs: Inputs) => unknown; original: unknown; here: unknown }> = {
    'errors that the handler answers with a 500': {
      alarm: 'error-rate',
      find: (inputs) => last(inputs, { Errors: [0, 0], Invocations: [100, 100], '5XXError': [5, 5] }),
      original: 'OK',
      here: 'ALARM',
    },
    'errors that the function throws': {
      alarm: 'error-rate',
      find: (inputs) => last(inputs, { Errors: [5, 5], Invocations: [100, 100], '5XXError': [5, 5] }),
      original: 'ALARM',
      here: 'ALARM',
    },
    'a minute without invocations between two bad minutes': {
      alarm: 'error-rate',
      // Division by 0 drops a point. CloudWatch then evaluates an older point instead.
      find: (inputs) =>
        statesOf(inputs, { Errors: [5, 0, 5], Invocations: [100, 0, 100], '5XXError': [5, 0, 5] }).join(' '),
      original: 'OK OK ALARM',
      here: 'OK OK OK',
    },
    'the first throttle': {
      alarm: 'throttle',
      find: (inputs) => last(inputs, { Throttles: [0, 1] }),
      original: 'OK',
      here: 'ALARM',
    },
    'an idle function': {
      alarm: 'throttle',
      find: (inputs) => last(inputs, { Throttles: [_, _] }),
      original: 'INSUFFICIENT_DATA',
      here: 'OK',
    },
    ...Object.fromEntries(
      ['error-rate', 'throttle', 'duration'].map((alarm) => [
        `notifications of ${alarm} and of its recovery`,
        {
          alarm,
          find: ({ alarmActions, okActions }: Inputs) => ({ alarmActions, okActions }),
          original: { alarmActions: undefined, okActions: undefined },
          here: { alarmActions: ['<alarm-notices.arn>'], okActions: ['<alarm-notices.arn>'] },
        },
      ]),
    ),
  };
  for (const [what, { alarm, find: observe, original: before, here: after }] of Object.entries(rows)) {
    it(what, () => {
      expect({ original: observe(find(original, alarm)), here: observe(find(here, alarm)) }).to.deep.equal({
        original: before,
        here: after,
      });
    });
  }

  it('alarms notify a subscriber', () => {
    const [subscription, ...others] = resourcesOf(graph, 'aws:sns/topicSubscription:TopicSubscription');
    expect(others).to.deep.equal([]);
    expect(settle(graph, subscription?.inputs as Value)).to.deep.equal({
      topic: '<alarm-notices.arn>',
      protocol: 'email',
      endpoint: 'payments-on-call@example.com',
    });
    expect(fixture).to.not.include('aws:sns');
  });

  it('only alarms of this account can publish, over TLS', () => {
    const policy = graph.resources.find(({ name }) => name === 'alarm-notices-policy');
    expect(settle(graph, policy?.inputs as Value)).to.deep.nested.include({
      'policy.Statement[0].Principal': { Service: 'cloudwatch.amazonaws.com' },
      'policy.Statement[0].Condition': {
        StringEquals: { 'aws:SourceAccount': '<alarm-notices.owner>' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:us-east-1:<alarm-notices.owner>:alarm:*' },
      },
      'policy.Statement[1].Effect': 'Deny',
      'policy.Statement[1].Condition': { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });
});
