// The state of the picture: the alarms that fire, and the traffic of edges that represent several links.

import { expect } from 'chai';
import { deriveAlarms } from '../../../../compiler/local/alarms/alarm-definitions';
import type { AlarmStatus } from '../../../../compiler/local/alarms/run-alarms';
import type { Traffic } from '../../../../compiler/local/console/api';
import { describeOverview } from '../../../../compiler/local/console/overview';
import { edgeTo } from '../../../../compiler/local/console/traffic-counters';
import { deriveRoutes } from '../../../../compiler/local/gateway/routes';
import { resolveLocally } from '../../../../compiler/local/local-values';
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
    describeOverview(
      of,
      system,
      { trafficOf: (edge) => counts[edge] ?? QUIET },
      {
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
    );

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
});
