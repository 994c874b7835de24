// Checks that a table has capacity for the writes that the throttle admits, and for a sudden rise to them.

import type { Api } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { fewestUnits, mostUnits, writingRoutes } from '../../../language/expand/throughput';
import { writeUnits } from '../../../model/dynamodb-units';
import { FASTEST_SCALE_OUT_SECONDS } from '../../../model/target-tracking';
import { secondsOfBurst, unitsForBurst } from '../../../model/throughput';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'writes-beyond-capacity': {
    code: 'ENV3027',
    severity: 'warning',
    summary: 'The throttle admits more writes than the maximum capacity of the table.',
    explanation: [
      'A write takes one unit for each KB of the item, rounded up (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations").',
      'DynamoDB throttles writes above the capacity.',
      'The request fails after the retries of the SDK.',
      'Raise the capacity, lower the throttle, or use PAY_PER_REQUEST.',
    ],
    message: (p: { name: string; routes: readonly string[]; rate: number; most: number; accepted: number }) =>
      `table "${p.name}" accepts at most ${p.accepted} writes/s (${p.most} units); the throttle admits ${p.rate} writes/s of ${p.routes.join(', ')}`,
  },
  'rise-beyond-burst-capacity': {
    code: 'ENV3030',
    severity: 'warning',
    summary: 'A sudden rise of writes exhausts the burst capacity of a table before autoscaling reacts.',
    explanation: [
      'DynamoDB retains the unused capacity of the last 300 s as burst capacity (Amazon DynamoDB Developer Guide, "Burst capacity").',
      'Autoscaling adds capacity after two minutes above its target at the earliest.',
      'Raise the minimum, so that the burst capacity lasts until then, or use PAY_PER_REQUEST.',
    ],
    message: (p: { name: string; fewest: number; rate: number; seconds: number }) =>
      `at minimum capacity ${p.fewest}, table "${p.name}" sustains the throttle's ${p.rate} writes/s for ${p.seconds} s; autoscaling takes at least 120 s`,
  },
});

/** The rate limit of a route: its own, or that of the API. */
function rateOf(api: Api, route: string): number {
  return (api.routes[route]?.throttle ?? api.throttle).rateLimit;
}

/** ENV3027: more writes than the maximum capacity. ENV3030: a rise that exhausts the burst capacity before autoscaling reacts. */
export const writeRateRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    const { api, tables } = environment;
    if (api === undefined) return;
    const writing = writingRoutes(environment);
    for (const [name, { capacity, expectedItemSizeBytes }] of Object.entries(tables)) {
      const routes = writing.get(name) ?? [];
      if (capacity === undefined || routes.length === 0) continue;
      const { write } = capacity;
      const perWrite = writeUnits({ after: expectedItemSizeBytes });
      const rate = routes.reduce((sum, route) => sum + rateOf(api, route), 0);
      const own = routes.filter((route) => api.routes[route]?.throttle !== undefined);
      const needed = rate * perWrite;
      const most = mostUnits(write);
      const path = specPath('tables', name, 'capacity', 'write');
      const related = [
        ...(own.length < routes.length
          ? otherSide('the rate limit of each route', ['api', 'throttle', 'rateLimit'])
          : []),
        ...own.flatMap((route) =>
          otherSide(`the rate limit of "${route}"`, ['api', 'routes', route, 'throttle', 'rateLimit']),
        ),
      ];
      if (needed > most) {
        const accepted = Math.floor(most / perWrite);
        const perRoute = Math.floor(accepted / routes.length);
        const field = write.autoscaling === undefined ? ['units'] : ['autoscaling', 'maximum'];
        const advice = `raise ${field.join('.')} to ${Math.ceil(needed)}`;
        const help =
          own.length === 0 && perRoute >= 1 ? `${advice}; or lower api.throttle.rateLimit to ${perRoute}` : advice;
        const found = { name, routes, rate, most, accepted };
        yield diagnose('writes-beyond-capacity', at([...path, ...field]), found, { help, related });
        continue;
      }
      const fewest = fewestUnits(write);
      const seconds = Math.floor(secondsOfBurst(fewest, needed));
      if (seconds >= FASTEST_SCALE_OUT_SECONDS) continue;
      const least = Math.ceil(unitsForBurst(needed, FASTEST_SCALE_OUT_SECONDS));
      const help = `raise autoscaling.minimum to ${least}`;
      const place = at([...path, 'autoscaling', 'minimum']);
      yield diagnose('rise-beyond-burst-capacity', place, { name, fewest, rate, seconds }, { help, related });
    }
  },
};
