// The functions: concurrency, cold starts, durations and failures of invocations.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { functionsBehind } from '../../language/expand/throughput';
import { meanInitSeconds } from '../../model/cold-start';
import { LambdaConcurrency, type LambdaRefusal, servedPerSecond } from '../../model/lambda-concurrency';
import type { Steady, Step } from '../../model/limiter';
import type { FUNCTION_METRICS } from '../../monitoring/metrics/lambda';
import { expectedSeconds } from '../traffic/functions';
import { concurrencyLimits } from '../traffic/limits';
import type { Books } from './books';
import type { RecordMetric } from './metrics';
import { Counts, type RefusalCount, type RefusingLimit } from './recording';
import type { Scenario } from './scenario';

/** The invocations of a function in a step, in invocations a second. */
export interface Invoked {
  readonly admitted: number;
  /** Those that neither a fault nor the timeout fails. */
  readonly succeeded: number;
  readonly coldStarts: number;
  /** The duration without initialization and without waiting for other services. */
  readonly seconds: number;
}

const NOT_INVOKED: Invoked = { admitted: 0, succeeded: 0, coldStarts: 0, seconds: 0 };

interface SimulatedFunction {
  readonly seconds: number;
  /** Its reserved concurrency, or the concurrency of the account. */
  readonly limit: number;
  readonly timeoutSeconds: number;
  readonly refused: Readonly<Record<LambdaRefusal, RefusalCount>>;
  readonly timedOut: RefusalCount;
  readonly failed: RefusalCount;
  readonly counts: Counts;
  readonly concurrency: Float64Array;
  readonly coldStarts: Float64Array;
  readonly errors: Float64Array;
  readonly duration: Float64Array;
  readonly busy: Float64Array;
  readonly metrics: FunctionMetrics;
}

/** The metrics of a function. The duration of invocations by routes depends on their calls, and is recorded with the responses. */
interface FunctionMetrics {
  readonly invocations: RecordMetric | undefined;
  readonly errors: RecordMetric | undefined;
  readonly throttles: RecordMetric | undefined;
  readonly concurrency: RecordMetric | undefined;
  readonly duration: RecordMetric | undefined;
}

/** The invocations of a step: a rate, or a single run. */
interface Demand {
  readonly invocations: number;
  readonly waiting: number;
  readonly isRun: boolean;
}

/** The status behind a proxy integration if Lambda refuses the invocation, and if the function fails (observed by several users). */
export const REFUSED_STATUS = 500;
export const FAILED_STATUS = 502;

const REASONS = [
  'ReservedFunctionConcurrentInvocationLimitExceeded',
  'ReservedFunctionInvocationRateLimitExceeded',
  'ConcurrentInvocationLimitExceeded',
  'FunctionInvocationRateLimitExceeded',
] as const satisfies readonly LambdaRefusal[];

/** The functions of a system with their concurrency. */
export class Functions implements Steady {
  private readonly concurrency: LambdaConcurrency;
  private readonly functions = new Map<string, SimulatedFunction>();
  private readonly invoked = new Map<string, Invoked>();
  private readonly initSeconds: number;

  constructor(
    environment: ExpandedEnvironment,
    private readonly books: Books,
    { start, assumptions }: Pick<Scenario, 'start' | 'assumptions'>,
  ) {
    const { functions, quotas, api } = environment;
    const { recording, metrics } = books;
    const reserved = Object.entries(functions).map(([name, { reservedConcurrency }]) => [name, reservedConcurrency]);
    this.concurrency = new LambdaConcurrency(
      { accountConcurrency: quotas.lambda.concurrentExecutions, functions: Object.fromEntries(reserved) },
      start,
      assumptions,
    );
    this.initSeconds = meanInitSeconds(assumptions);
    const answering = functionsBehind(api);
    for (const [name, lambda] of Object.entries(functions)) {
      const part = `functions.${name}`;
      // Events of triggers wait, and no client notices.
      const [refusedStatus, failedStatus] = answering.has(name) ? [REFUSED_STATUS, FAILED_STATUS] : [0, 0];
      const metric = (of: keyof typeof FUNCTION_METRICS.metrics) => metrics.recorder({ resource: part, name: of });
      const failing = (reason: string) => recording.refusal({ what: `function ${name}` }, reason, failedStatus);
      this.functions.set(name, {
        seconds: expectedSeconds(lambda),
        limit: lambda.reservedConcurrency ?? quotas.lambda.concurrentExecutions,
        timeoutSeconds: lambda.timeoutSeconds,
        refused: refusalsOf(environment, name, (limit, reason) => recording.refusal(limit, reason, refusedStatus)),
        timedOut: failing('Sandbox.Timedout'),
        failed: failing('Unhandled'),
        counts: new Counts(recording, part),
        concurrency: recording.column(part, 'concurrency', 'executions'),
        coldStarts: recording.column(part, 'cold starts', 'executions'),
        errors: recording.column(part, 'errors', 'requests'),
        duration: recording.column(part, 'duration', 'ms'),
        busy: recording.column(part, 'busy', 'seconds'),
        metrics: {
          invocations: metric('Invocations'),
          errors: metric('Errors'),
          throttles: metric('Throttles'),
          concurrency: metric('ConcurrentExecutions'),
          duration: answering.has(name) ? undefined : metric('Duration'),
        },
      });
    }
  }

  /**
   * Invokes a function at a constant rate, in invocations a second.
   * @param waiting the mean time that an invocation waits for other services beyond its expected duration, in seconds
   */
  invoke(step: Step, name: string, invocations: number, waiting: number): Invoked {
    return this.pass(step, name, { invocations, waiting, isRun: false });
  }

  /** Invokes a function once, or for a part of an event, in a step of a second. It counts as one concurrent execution, however long it takes, because it is not a rate. */
  invokeOnce(step: Step, name: string, part: number): Invoked {
    return this.pass(step, name, { invocations: part, waiting: 0, isRun: true });
  }

  private pass(step: Step, name: string, { invocations, waiting, isRun }: Demand): Invoked {
    const lambda = this.functions.get(name);
    if (lambda === undefined || invocations === 0) return NOT_INVOKED;
    const own = this.durationSeconds(name);
    const isTimedOut = own + waiting > lambda.timeoutSeconds;
    const seconds = isTimedOut ? lambda.timeoutSeconds : own + waiting;
    const { initSeconds } = this;
    const counted = isRun
      ? { durationSeconds: Math.min(1, seconds), initSeconds: 0 }
      : { durationSeconds: seconds, initSeconds };
    const flow = this.concurrency.flow(name, step, { requests: invocations, ...counted });
    const failed = flow.admitted * (isTimedOut ? 1 : this.books.faults.share('failing function', name));
    const { second } = this.books.recording;
    lambda.counts.add(invocations, flow.admitted);
    lambda.concurrency[second] = flow.concurrentExecutions;
    lambda.coldStarts[second] = flow.coldStarts;
    lambda.errors[second] = failed;
    lambda.duration[second] = seconds * 1000;
    lambda.busy[second] = flow.admitted * seconds;
    if (flow.admitted < invocations)
      for (const reason of REASONS) lambda.refused[reason].add(flow.refused[reason] ?? 0);
    (isTimedOut ? lambda.timedOut : lambda.failed).add(failed);
    const { admitted, coldStarts } = flow;
    this.books.carryOver.add(flow.concurrentExecutions);
    const { metrics } = lambda;
    metrics.invocations?.(1, admitted);
    metrics.throttles?.(1, invocations - admitted);
    metrics.errors?.(1, failed);
    metrics.errors?.(0, admitted - failed);
    metrics.concurrency?.(flow.concurrentExecutions, 1);
    metrics.duration?.(seconds * 1000, admitted);
    const invoked = { admitted, succeeded: admitted - failed, coldStarts, seconds: own };
    this.invoked.set(name, invoked);
    return invoked;
  }

  /** The share of the invocations of a function that fail, by a fault or by the timeout, if they do not wait for other services. */
  failingShare(name: string): number {
    const { timeoutSeconds = Number.POSITIVE_INFINITY } = this.functions.get(name) ?? {};
    return this.durationSeconds(name) > timeoutSeconds ? 1 : this.books.faults.share('failing function', name);
  }

  /** The present duration of an invocation without its initialization and without waiting for other services. */
  durationSeconds(name: string): number {
    const { seconds = 0 } = this.functions.get(name) ?? {};
    return seconds * this.books.faults.factor('slow function', name);
  }

  /** The invocations a second of a function that its concurrency serves, or that of the account. */
  servedPerSecond(name: string): number {
    const { limit = 0 } = this.functions.get(name) ?? {};
    return servedPerSecond(limit, this.durationSeconds(name) * 1000);
  }

  steadySeconds(end: number): number {
    return this.concurrency.steadySeconds(end);
  }

  /** The invocations of a function in the latest step in which it was invoked. */
  latest(name: string): Invoked {
    return this.invoked.get(name) ?? NOT_INVOKED;
  }
}

/** The counts of refusals by the limits that the reasons of Lambda name. */
function refusalsOf(
  environment: ExpandedEnvironment,
  name: string,
  count: (limit: RefusingLimit, reason: LambdaRefusal) => RefusalCount,
): SimulatedFunction['refused'] {
  const { executions, invocations } = concurrencyLimits(environment, name, '');
  const isReserved = environment.functions[name]?.reservedConcurrency !== undefined;
  const limits: Readonly<Record<LambdaRefusal, RefusingLimit>> = {
    ReservedFunctionConcurrentInvocationLimitExceeded: executions,
    ConcurrentInvocationLimitExceeded: executions,
    ReservedFunctionInvocationRateLimitExceeded: invocations,
    FunctionInvocationRateLimitExceeded: isReserved ? { what: `scaling rate of function ${name}` } : invocations,
  };
  return Object.fromEntries(
    REASONS.map((reason) => [reason, count(limits[reason], reason)]),
  ) as SimulatedFunction['refused'];
}
