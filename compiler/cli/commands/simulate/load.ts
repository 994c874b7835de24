// The requests of each second that the options of `simulate` state.

import { numberText } from '../../../diagnostics/words';
import { phasesOf, requestsOfPhases, requestsOfShape } from '../../../estimates/traffic/shapes';
import { allRequests, expectedTraffic } from '../../../estimates/traffic/traffic';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { UsageError } from '../../errors/usage-error';
import { durationText } from '../../text/duration';
import type { LoadOptions } from './arguments';
import { parseRatesFile } from './rates-file';

/** A load: the requests of each second, and their description. */
export interface Load {
  readonly text: string;
  readonly requests: readonly number[];
}

/**
 * The load of the options; without a rate, the busiest hour of the traffic of the spec. Throws UsageError without any.
 * @param readText reads the file of rates
 */
export function loadOf(
  options: LoadOptions,
  environment: ExpandedEnvironment,
  readText: (path: string) => string,
): Load {
  const { rps, stages, rates } = options;
  if (rates !== undefined) {
    const requests = parseRatesFile(rates, readText(rates));
    return { text: `the rates of ${rates}, ${durationText(requests.length)}`, requests };
  }
  if (stages !== undefined) {
    const requests = requestsOfPhases(phasesOf(stages));
    const text = stages
      .map(({ seconds, target }) => `${numberText(target)} requests/s in ${durationText(seconds)}`)
      .join(', ');
    return { text: `stages to ${text}`, requests };
  }
  if (rps !== undefined) return shapedLoad(options, rps);
  return shapedLoad(options, busiestRate(environment), 'the busiest hour of traffic, ');
}

const DEFAULT_SECONDS = { diurnal: 86_400, other: 600 } as const;

function shapedLoad({ shape, base, for: wanted }: LoadOptions, peak: number, source = ''): Load {
  const seconds = wanted ?? DEFAULT_SECONDS[shape === 'diurnal' ? shape : 'other'];
  const least = base ?? peak / 10;
  if (least > peak)
    throw new UsageError(
      `--base ${numberText(least)} must be at most the highest rate, which is ${numberText(peak)} requests/s`,
    );
  const rates = shape === 'constant' ? numberText(peak) : `${shape} from ${numberText(least)} to ${numberText(peak)}`;
  return {
    text: `${source}${rates} requests/s for ${durationText(seconds)}`,
    requests: requestsOfShape(shape, { base: least, peak, seconds }),
  };
}

/** The rate of the busiest hour of the traffic, in requests/s. */
function busiestRate(environment: ExpandedEnvironment): number {
  const traffic = expectedTraffic(environment);
  const rate = traffic === undefined ? 0 : Math.max(...allRequests(traffic));
  if (rate > 0) return rate;
  throw new UsageError('the spec has no traffic; state a rate with --rps, --stages or --rates, such as --rps 500');
}
