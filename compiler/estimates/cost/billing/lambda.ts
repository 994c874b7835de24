// The billing of Lambda and EventBridge Scheduler (AWS Lambda pricing, Amazon EventBridge pricing).

import { HANDLER_METRICS } from '../../../../contract/handler-metrics';
import { HANDLER_ENTRY } from '../../../../contract/settings';
import type { LambdaFunction } from '../../../../schema/environment.generated';
import { type Amount, times } from '../../traffic/amount';
import { assumed } from '../../traffic/assumptions';
import { runsPerMonth } from '../../traffic/schedules';
import { type BillingTable, partOf, type Usage } from './usage';

const MEGABYTES_PER_GIGABYTE = 1024;

/** The billing, by kind. */
export const LAMBDA = {
  'aws:lambda/function:Function': (node, { environment, load }) => {
    const name = partOf(node);
    const lambda = environment.functions[name];
    if (lambda === undefined) return [];
    const architecture = lambda.architecture === 'arm64' ? 'arm' : 'x86';
    const { invocations = 0, busySeconds = 0 } = load.functions.get(name) ?? {};
    const triggers = Object.entries(lambda.triggers).filter(([, { queue }]) => queue !== undefined);
    const secrets = (lambda.access.secrets ?? []).filter((secret) => environment.secrets[secret]?.secretsManager);
    return [
      { rate: `lambda.requests.${architecture}`, what: 'invocations', amount: invocations },
      {
        rate: `lambda.duration.${architecture}`,
        what: 'duration',
        amount: times(busySeconds, lambda.memorySizeMegabytes / MEGABYTES_PER_GIGABYTE),
      },
      ...(lambda.environment.METRICS_NAMESPACE === undefined
        ? []
        : [metricsOf(lambda, environment.payment.currencies.length, invocations)]),
      ...(secrets.length === 0
        ? []
        : [
            {
              rate: 'secretsManager.requests',
              what: 'reads of secrets',
              amount: secrets.length * assumed('secretReadsPerHour') * assumed('hoursPerMonth'),
            } as const,
          ]),
      ...triggers.map(
        ([trigger, { queue }]): Usage => ({
          rate: environment.queues[queue ?? '']?.fifo === undefined ? 'sqs.requests.standard' : 'sqs.requests.fifo',
          what: `polls by trigger ${trigger}`,
          amount: assumed('queuePollsPerHour') * assumed('hoursPerMonth'),
        }),
      ),
    ];
  },
  'aws:scheduler/schedule:Schedule': ({ inputs }) => [
    {
      rate: 'scheduler.invocations',
      what: 'invocations by the schedule',
      amount: runsPerMonth(String(inputs.scheduleExpression), String(inputs.scheduleExpressionTimezone ?? 'UTC')),
    },
  ],
} as const satisfies BillingTable;

/** The custom metrics of a handler. CloudWatch bills a metric for the hours in which it gets values. */
function metricsOf(lambda: LambdaFunction, currencies: number, invocations: Amount): Usage {
  const published: readonly { readonly dimensions: readonly (readonly string[])[] }[] = Object.values(HANDLER_METRICS);
  const sets = lambda.entry === HANDLER_ENTRY ? published.flatMap(({ dimensions }) => dimensions) : [[]];
  const metrics = sets.reduce((sum, dimensions) => sum + (dimensions.includes('currency') ? currencies : 1), 0);
  return { rate: 'cloudwatch.metrics', what: 'metrics of the handler', amount: invocations === 0 ? 0 : metrics };
}
