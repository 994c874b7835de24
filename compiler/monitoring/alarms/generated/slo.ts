// The alarms of a service level objective: the burn rate of its 30-day error budget, over a long and a short window together
// (The Site Reliability Workbook, "Alerting on SLOs", multiwindow, multi-burn-rate alerts).

import type { CompositeAlarm, Metric, Slo } from '../../../../schema/environment.generated';
import { apiMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, shareDrill } from './alarm';

/** The burn rates, as multiples of the rate that uses the budget exactly, with their windows in seconds. */
const BURN_RATES = [
  { name: 'fast', rate: 14.4, windows: [3600, 300], notify: 'PAGE' },
  { name: 'slow', rate: 6, windows: [21_600, 1800], notify: 'PAGE' },
  // The workbook's slowest window is three days; CloudWatch allows periods of at most one day.
  { name: 'creeping', rate: 3, windows: [86_400, 7200], notify: 'NOTICE' },
] as const;

/** An objective: the percentage of requests that miss it, as an expression. */
interface Objective {
  readonly name: string;
  readonly what: string;
  readonly budgetPercent: number;
  readonly expression: string;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly drill: (percent: number) => ReturnType<typeof shareDrill>;
}

/** The alarms of an objective: one for each window, and for each burn rate a composite alarm that requires both. */
export function sloAlarms(slo: Slo): { alarms: Alarms; composites: { readonly [name: string]: CompositeAlarm } } {
  const burns = objectivesOf(slo).flatMap((objective) => BURN_RATES.map((burn) => ({ objective, ...burn })));
  return {
    alarms: Object.fromEntries(
      burns.flatMap(({ objective, name, rate, windows }) =>
        windows.map((seconds) => {
          const threshold = rounded(rate * objective.budgetPercent);
          return [
            windowName(objective, name, seconds),
            mathAlarm(
              `More than ${threshold} % of requests in ${wording(seconds)} ${objective.what}`,
              objective.expression,
              objective.metrics,
              {
                periodSeconds: seconds,
                evaluationPeriods: 1,
                datapointsToAlarm: 1,
                threshold,
                notify: 'NONE',
                drill: objective.drill(threshold),
              },
            ),
          ];
        }),
      ),
    ),
    composites: Object.fromEntries(
      burns.map(({ objective, name, rate, windows, notify }) => [
        `slo-${objective.name}-${name}-burn`,
        {
          description: `The error budget of 30 days for requests that ${objective.what} will be used up in ${rounded(30 / rate)} days at the current rate`,
          allOf: windows.map((seconds) => windowName(objective, name, seconds)),
          notify,
        },
      ]),
    ),
  };
}

function objectivesOf({ availabilityPercent, latencyMilliseconds, latencyPercent }: Slo): Objective[] {
  const requests = apiMetric('Count', 'Sum');
  const availability = {
    name: 'availability',
    what: 'fail',
    budgetPercent: 100 - availabilityPercent,
    expression: 'IF(requests > 0, 100 * errors / requests, 0)',
    metrics: { errors: apiMetric('5XXError', 'Sum'), requests },
    drill: (percent: number) => shareDrill('errors', 'requests', percent, 1),
  };
  if (latencyMilliseconds === undefined) return [availability];
  return [
    availability,
    {
      name: 'latency',
      what: `take longer than ${latencyMilliseconds} ms`,
      budgetPercent: 100 - latencyPercent,
      expression: 'IF(requests > 0, 100 - within, 0)',
      metrics: { within: apiMetric('Latency', `PR(:${latencyMilliseconds})`), requests },
      drill: (percent) => ({
        fires: { within: String(rounded(100 - percent - 0.01)), requests: '1000' },
        quiet: { within: String(rounded(100 - percent + 0.01)), requests: '1000' },
      }),
    },
  ];
}

function windowName({ name }: Objective, burn: string, seconds: number): string {
  return `slo-${name}-${burn}-${seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`}`;
}

function wording(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}

/** Removes floating-point noise from the digits of an objective. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
