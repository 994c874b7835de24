// Checks the weights of the expected traffic, and whether throttles admit it.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { expectedTraffic } from '../../../estimates/traffic/traffic';
import { formatPath, type PathStep } from '../../../source/spec-node';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'traffic-without-weight': {
    code: 'ENV3402',
    severity: 'error',
    summary: 'All weights of the expected traffic are 0.',
    explanation: [
      'Weights share the requests out to hours and routes, and only their ratios count.',
      'If all are 0, the requests belong to no hour or route.',
      'Give at least one of them a weight, or remove the weights.',
    ],
    message: (p: { field: string }) => `all weights of ${p.field} are 0`,
  },
  'traffic-beyond-throttle': {
    code: 'ENV3403',
    severity: 'warning',
    summary: 'The throttle of a route refuses a part of the expected traffic.',
    explanation: [
      'API Gateway answers requests above the rate with 429 (Amazon API Gateway Developer Guide, "Throttle requests to your REST APIs").',
      'The rate is compared with the mean of the busiest hour; peaks within the hour are higher.',
      'Raise the throttle, or lower the expected traffic.',
    ],
    message: (p: { route: string; expected: number; hour: number; rate: number }) =>
      `route "${p.route}" expects ${p.expected} requests/s at ${p.hour}:00 UTC; its throttle admits ${p.rate}`,
  },
});

/** ENV3402: weights that are all 0. ENV3403: expected traffic above the throttle of a route. */
export const trafficRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    const { traffic, api } = environment;
    if (traffic === undefined) return;
    const weights = [
      { field: 'traffic.hourlyWeights', path: specPath('traffic', 'hourlyWeights'), of: traffic.hourlyWeights ?? [] },
      { field: 'traffic.routes', path: specPath('traffic', 'routes'), of: Object.values(traffic.routes) },
    ];
    for (const { field, path, of } of weights)
      if (of.length > 0 && of.every((weight) => weight === 0))
        yield diagnose('traffic-without-weight', at(path), { field });
    for (const [{ part, route, throttle }, hours] of expectedTraffic(environment)?.requests ?? []) {
      const most = Math.max(...hours);
      const name = part.at(-1) ?? '';
      if (most <= throttle.rateLimit) continue;
      const field: readonly PathStep[] =
        route.throttle === undefined || api === undefined
          ? ['api', 'throttle', 'rateLimit']
          : ['api', 'routes', name, 'throttle', 'rateLimit'];
      yield diagnose(
        'traffic-beyond-throttle',
        at(specPath('traffic', 'requestsPerSecond')),
        { route: name, expected: Number(most.toPrecision(3)), hour: hours.indexOf(most), rate: throttle.rateLimit },
        {
          help: `raise ${formatPath(field)} to ${Math.ceil(most)}`,
          related: otherSide('the throttle is set here', field),
        },
      );
    }
  },
};
