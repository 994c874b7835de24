// The state of the picture: the alarms that fire, and the traffic of edges that represent several links.

import { expect } from 'chai';
import { deriveAlarms } from '../../../../compiler/local/alarms/alarm-definitions';
import type { AlarmStatus } from '../../../../compiler/local/alarms/run-alarms';
import type { Traffic } from '../../../../compiler/local/console/api';
import { describeOverview } from '../../../../compiler/local/console/overview';
import { edgeTo } from '../../../../compiler/local/console/traffic-counters';
import { deriveRoutes } from '../../../../compiler/local/gateway/routes';
import { resolveLocally } from '../../../../compiler/local/local-values';
import type { TriggerState } from '../../../../compiler/local/triggers/deliveries';
import { drawOverview } from '../../../../compiler/picture/overview';
import type { Picture } from '../../../../compiler/picture/picture';
import { graphOf } from '../../../spec';
import { resolvedSpec } from '../../picture/systems';

const SPEC = 'spec/pr1234.yaml';

const QUIET: Traffic = { perSecond: 0, total: 0, refused: 0, failed: 0, p50: null, p95: null };

describe('the state of the overview', () => {
  const graph = graphOf(SPEC);
  const resources = resolveLocally(graph, { api: '', dynamodb: '', sqs: '' });
  const system = { graph, resources, routes: deriveRoutes(resources) };
  const picture = drawOverview(resolvedSpec(SPEC), SPEC, { live: true });
  const definitions = deriveAlarms(resources);

  const describeWith = (counts: Readonly<Record<string, Traffic>>, of: Picture = picture, firing: string[] = []) =>
    describeOverview(of, system, {
      recorder: { trafficOf: (edge) => counts[edge] ?? QUIET },
      alarms: {
        states: () =>
          definitions.map(
            (definition): AlarmStatus => ({
              definition,
              state: firing.includes(definition.name) ? 'ALARM' : 'OK',
              reason: '',
              since: 0,
            }),
          ),
      },
      triggers: () => [],
    });

  it('names the alarms that fire as the picture does', () => {
    const [first] = definitions;
    expect(describeWith({}).firing).to.deep.equal([]);
    const [name = ''] = describeWith({}, picture, [first?.name ?? '']).firing;
    expect(picture.boxes.flatMap(({ alarms }) => alarms)).to.include(name);
    expect(first?.name).to.include(name.split('-')[0]);
  });

  it('passes only requests that a route admits on to its function', () => {
    const { traffic } = describeWith({
      [edgeTo.route('POST /payments')]: { ...QUIET, total: 10, refused: 4, perSecond: 5 },
    });
    expect(traffic['api->api.routes.post-payment']).to.include({ total: 10, refused: 4 });
    const admitted = { total: 6, refused: 0, perSecond: 3 };
    expect(traffic['api.routes.post-payment->functions.payment-processor']).to.include(admitted);
  });

  it('joins the traffic of a group of routes', () => {
    const members = ['api.routes.post-payment', 'api.routes.get-payments'];
    const [box] = picture.boxes;
    if (box === undefined) throw new Error('the picture has no box');
    const grouped = {
      ...picture,
      boxes: [
        { ...box, id: 'api', members: ['api'] },
        { ...box, id: 'group', members },
      ],
      edges: [{ id: 'e', from: 'api', to: 'group', title: '', path: '' }],
    };
    const counts = {
      [edgeTo.route('POST /payments')]: { ...QUIET, total: 2, p95: 10 },
      [edgeTo.route('GET /payments')]: { ...QUIET, total: 3, failed: 1, p95: 4 },
    };
    expect(describeWith(counts, grouped).traffic).to.deep.equal({ e: { ...QUIET, total: 5, failed: 1, p95: 10 } });
  });

  it('counts the deliveries of a queue, and of a schedule with its next run', () => {
    const spec = 'small.yaml';
    const files = {
      [spec]: [
        'project: small',
        'environment: test',
        'suffix: t',
        'monitoring: { dashboard: false, generatedAlarms: false }',
        'queues: { jobs: { visibilityTimeoutSeconds: 180 } }',
        'functions:',
        '  worker: { entry: runtime/handler.ts, triggers: { jobs: { queue: jobs }, daily: { schedule: rate(1 day) } } }',
        '',
      ].join('\n'),
    };
    const ofTriggers = resolveLocally(graphOf(spec, files), { api: '', dynamodb: '', sqs: '' });
    const functionName = ofTriggers.of('aws:lambda/function:Function')[0]?.inputs.name ?? '';
    const from = ofTriggers.of('aws:sqs/queue:Queue')[0]?.inputs.name ?? '';
    const position = { deadLetters: undefined, waiting: 0, shards: [] };
    const states: TriggerState[] = [
      { id: 'of-jobs', source: 'queue', from, functionName, nextAt: undefined, ...position },
      { id: 'of-daily', source: 'schedule', from: 'rate(1 day)', functionName, nextAt: 1234, ...position },
    ];
    const counts: Readonly<Record<string, Traffic>> = {
      [edgeTo.trigger('of-jobs')]: { ...QUIET, total: 3 },
      [edgeTo.trigger('of-daily')]: { ...QUIET, total: 1 },
    };
    const { traffic, nextRuns } = describeOverview(
      drawOverview(resolvedSpec(spec, files), spec, { live: true }),
      { graph: graphOf(spec, files), resources: ofTriggers, routes: [] },
      {
        recorder: { trafficOf: (edge) => counts[edge] ?? QUIET },
        alarms: { states: () => [] },
        triggers: () => states,
      },
    );
    expect(traffic['queues.jobs->functions.worker']?.total).to.equal(3);
    expect(traffic['functions.worker']?.total).to.equal(1);
    expect(nextRuns).to.deep.equal({ 'functions.worker': 1234 });
  });
});
