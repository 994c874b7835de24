// The metrics of functions: those of Lambda, and those that handlers publish in the embedded metric format.

import { FUNCTION_METRICS } from '../../monitoring/metrics/lambda';
import { ThrottledInvocation } from '../functions/concurrency-limit';
import type { FunctionHost } from '../functions/function-host';
import type { RunMetrics } from './run-metrics';

/** Wraps a function to record the metrics of its invocations. */
export function meterFunction(host: FunctionHost, metrics: RunMetrics): FunctionHost {
  const recorder = (name: keyof typeof FUNCTION_METRICS.metrics) =>
    metrics.recorder({ namespace: FUNCTION_METRICS.namespace, name, dimensions: { FunctionName: host.name } });
  const invocations = recorder('Invocations');
  const errors = recorder('Errors');
  const throttles = recorder('Throttles');
  const duration = recorder('Duration');
  const concurrent = recorder('ConcurrentExecutions');
  let running = 0;
  return {
    ...host,
    async invoke(event, traceId) {
      const begun = performance.now();
      running += 1;
      const executing = running;
      const end = (error: 0 | 1) => {
        invocations(1);
        throttles(0);
        errors(error);
        concurrent(executing);
        duration(Math.round(performance.now() - begun));
      };
      try {
        const payload = await host.invoke(event, traceId);
        end(0);
        return payload;
      } catch (error) {
        if (error instanceof ThrottledInvocation) throttles(1);
        else end(1);
        throw error;
      } finally {
        running -= 1;
      }
    },
  };
}

interface Directive {
  readonly Namespace?: unknown;
  readonly Dimensions?: unknown;
  readonly Metrics?: unknown;
}

/** Maximum number of values of a metric in a line, and of metrics of a directive (Amazon CloudWatch, "Embedded metric format specification"). */
const MOST_MEMBERS = 100;

/** Records the metrics of a line that a function has written, at the time of the run's clock. Other lines have none. */
export function recordEmbedded(line: string, metrics: RunMetrics): void {
  if (!line.startsWith('{') || !line.includes('"CloudWatchMetrics"')) return;
  const members = parse(line);
  for (const { Namespace, Dimensions, Metrics } of directivesOf(members)) {
    if (typeof Namespace !== 'string') continue;
    for (const { Name } of listOf<{ readonly Name?: unknown }>(Metrics).slice(0, MOST_MEMBERS)) {
      if (typeof Name !== 'string') continue;
      const values = [members[Name]]
        .flat()
        .slice(0, MOST_MEMBERS)
        .filter((value) => Number.isFinite(value));
      for (const names of listOf<unknown>(Dimensions)) {
        const dimensions = Object.fromEntries(listOf<string>(names).map((name) => [name, String(members[name])]));
        const record = metrics.recorder({ namespace: Namespace, name: Name, dimensions });
        for (const value of values) record(value as number);
      }
    }
  }
}

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    // A line that is not JSON has no metrics.
    return {};
  }
}

function directivesOf({ _aws }: Readonly<Record<string, unknown>>): readonly Directive[] {
  const { CloudWatchMetrics } = (_aws ?? {}) as { readonly CloudWatchMetrics?: unknown };
  return listOf<Directive>(CloudWatchMetrics);
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
