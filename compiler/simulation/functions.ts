// The functions: concurrency, cold starts, durations and failures of invocations.

import type { ExpandedEnvironment } from '../expand/expand';
import { meanInitSeconds } from '../model/cold-start';
import { LambdaConcurrency, type LambdaFlow, type LambdaRefusal } from '../model/lambda-concurrency';
import type { Step } from '../model/limiter';
import type { Limit } from '../traffic/bottleneck';
import { expectedSeconds } from '../traffic/functions';
import { concurrencyLimits } from '../traffic/limits';
import type { Faults } from './faults';
import { Counts, type Recording } from './recording';
import type { Scenario } from './scenario';

/** The invocations of a function in a step. */
export interface Invoked {
  readonly admitted: number;
  /** Those that neither a fault nor the timeout fails. */
  readonly succeeded: number;
  readonly coldStarts: number;
  /** The mean duration without initialization. */
  readonly seconds: number;
}

interface SimulatedFunction {
  readonly seconds: number;
  readonly timeoutSeconds: number;
  readonly limits: Readonly<Record<LambdaRefusal, Pick<Limit, 'what' | 'field'>>>;
  /** The status of the response to a client if Lambda refuses an invocation; 0 for events, which wait. */
  readonly refusedStatus: number;
  readonly failedStatus: number;
  readonly counts: Counts;
  readonly concurrency: Float64Array;
  readonly coldStarts: Float64Array;
  readonly errors: Float64Array;
  readonly duration: Float64Array;
}

/** The status behind a proxy integration if Lambda refuses the invocation, and if the function fails (observed by several users). */
export const REFUSED_STATUS = 500;
export const FAILED_STATUS = 502;

/** The functions of a system with their concurrency. */
export class Functions {
  private readonly concurrency: LambdaConcurrency;
  private readonly functions = new Map<string, SimulatedFunction>();
  private readonly initSeconds: number;

  constructor(
    environment: ExpandedEnvironment,
    private readonly recording: Recording,
    private readonly faults: Faults,
    { start, assumptions }: Pick<Scenario, 'start' | 'assumptions'>,
  ) {
    const { functions, quotas, api } = environment;
    const reserved = Object.entries(functions).map(([name, { reservedConcurrency }]) => [name, reservedConcurrency]);
    this.concurrency = new LambdaConcurrency(
      { accountConcurrency: quotas.lambda.concurrentExecutions, functions: Object.fromEntries(reserved) },
      start,
      assumptions,
    );
    this.initSeconds = meanInitSeconds(assumptions);
    const answering = new Set(Object.values(api?.routes ?? {}).map((route) => route.function));
    for (const [name, lambda] of Object.entries(functions)) {
      const part = `functions.${name}`;
      const answers = answering.has(name);
      this.functions.set(name, {
        seconds: expectedSeconds(lambda),
        timeoutSeconds: lambda.timeoutSeconds,
        limits: limitsOf(environment, name),
        refusedStatus: answers ? REFUSED_STATUS : 0,
        failedStatus: answers ? FAILED_STATUS : 0,
        counts: new Counts(recording, part),
        concurrency: recording.column(part, 'concurrency', 'executions'),
        coldStarts: recording.column(part, 'cold starts', 'executions'),
        errors: recording.column(part, 'errors', 'requests'),
        duration: recording.column(part, 'duration', 'ms'),
      });
    }
  }

  /**
   * Invokes a function at a constant rate.
   * @param waiting the mean time that an invocation waits for other services beyond its expected duration, in seconds
   */
  invoke(step: Step, name: string, invocations: number, waiting: number): Invoked {
    const lambda = this.functions.get(name);
    if (lambda === undefined || invocations === 0) return { admitted: 0, succeeded: 0, coldStarts: 0, seconds: 0 };
    const wanted = lambda.seconds * this.faults.factor('slow function', name) + waiting;
    const seconds = Math.min(wanted, lambda.timeoutSeconds);
    const demand = { requests: invocations, durationSeconds: seconds, initSeconds: this.initSeconds };
    const flow = this.concurrency.flow(name, step, demand);
    const failing = wanted > lambda.timeoutSeconds ? 1 : this.faults.failing('failing function', name);
    const failed = flow.admitted * failing;
    const { second } = this.recording;
    lambda.counts.add(invocations, flow.admitted);
    lambda.concurrency[second] = flow.concurrentExecutions;
    lambda.coldStarts[second] = flow.coldStarts;
    lambda.errors[second] = failed;
    lambda.duration[second] = seconds * 1000;
    this.refuse(lambda, flow);
    const reason = wanted > lambda.timeoutSeconds ? 'Sandbox.Timedout' : 'Unhandled';
    this.recording.refuse({ what: `function ${name}` }, { reason, status: lambda.failedStatus }, failed);
    return { admitted: flow.admitted, succeeded: flow.admitted - failed, coldStarts: flow.coldStarts, seconds };
  }

  private refuse({ limits, refusedStatus: status }: SimulatedFunction, { refused }: LambdaFlow): void {
    for (const reason in refused) {
      const count = refused[reason as LambdaRefusal] ?? 0;
      this.recording.refuse(limits[reason as LambdaRefusal], { reason, status }, count);
    }
  }
}

/** The limits that the reasons of Lambda name. */
function limitsOf(environment: ExpandedEnvironment, name: string): SimulatedFunction['limits'] {
  const { executions, invocations } = concurrencyLimits(environment, name, '');
  return {
    ReservedFunctionConcurrentInvocationLimitExceeded: executions,
    ConcurrentInvocationLimitExceeded: executions,
    ReservedFunctionInvocationRateLimitExceeded: invocations,
    FunctionInvocationRateLimitExceeded:
      environment.functions[name]?.reservedConcurrency === undefined
        ? invocations
        : { what: `scaling rate of function ${name}` },
  };
}
