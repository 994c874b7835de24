// A table bears the writes that the throttle lets through, and a sudden rise to them.

import type { CapacityUnits } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule } from './rule';
import { fewestUnits, mostUnits, unitsPerWrite, writingRoutes } from './throughput';

/** How much unused capacity DynamoDB keeps, in seconds (Amazon DynamoDB Developer Guide, "Burst capacity"). */
const BURST_SECONDS = 300;

/** How long autoscaling looks on before it adds capacity: two periods of a minute (ibid., "Managing throughput capacity automatically"). */
const SCALING_SECONDS = 120;

/** ENV3027: writes beyond the capacity at its most. ENV3030: a rise from rest that exhausts the reserve before autoscaling acts. */
export const writeRateRule: Rule = ({ environment, at, otherSide }) => {
  const { api, tables } = environment;
  if (api === undefined) return [];
  const writing = writingRoutes(environment);
  return Object.entries(tables).flatMap(([name, { capacity, expectedItemSizeBytes }]): Diagnostic[] => {
    const routes = writing.get(name) ?? [];
    if (capacity === undefined || routes.length === 0) return [];
    const perWrite = unitsPerWrite(expectedItemSizeBytes);
    const rate = api.throttle.rateLimit * routes.length;
    const asked = rate * perWrite;
    const most = mostUnits(capacity.write);
    const path = ['tables', name, 'capacity', 'write'];
    const related = otherSide('the throttle of each route', ['api', 'throttle', 'rateLimit']);
    if (asked > most) {
      const borne = Math.floor(most / perWrite);
      const perRoute = Math.floor(borne / routes.length);
      const advice = `${mostField(capacity.write)}: ${Math.ceil(asked)} at least`;
      return [
        diagnose(
          'writes-beyond-capacity',
          at([...path, ...mostField(capacity.write).split('.')]),
          { name, routes, rate, most, borne },
          { help: perRoute >= 1 ? `${advice}; or api.throttle.rateLimit: ${perRoute} at most` : advice, related },
        ),
      ];
    }
    return checkRise(
      { name, rate, asked, fewest: fewestUnits(capacity.write) },
      (steps) => at([...path, ...steps]),
      related,
    );
  });
};

function mostField({ autoscaling }: CapacityUnits): string {
  return autoscaling === undefined ? 'units' : 'autoscaling.maximum';
}

function checkRise(
  { name, rate, asked, fewest }: { name: string; rate: number; asked: number; fewest: number },
  at: (path: readonly PathStep[]) => Diagnostic['span'],
  related: NonNullable<Diagnostic['related']>,
): Diagnostic[] {
  const seconds = Math.floor((BURST_SECONDS * fewest) / (asked - fewest));
  if (asked <= fewest || seconds >= SCALING_SECONDS) return [];
  const least = Math.ceil((asked * SCALING_SECONDS) / (BURST_SECONDS + SCALING_SECONDS));
  const help = `autoscaling.minimum: ${least} at least`;
  const place = at(['autoscaling', 'minimum']);
  return [diagnose('rise-beyond-burst-capacity', place, { name, fewest, rate, seconds }, { help, related })];
}
