// Applies the concurrency of the account and the reservations of its functions to invocations.

import type { AccountQuotas } from '../../graph/graph';
import {
  LambdaConcurrency,
  type LambdaRefusal,
  type LambdaSettings,
  REQUESTS_PER_EXECUTION,
} from '../../model/lambda-concurrency';
import type { LimitsMode } from '../limits-mode';
import type { LocalResources } from '../local-values';
import { type RunClock, secondsOf } from '../run-clock';
import type { FunctionHost } from './function-host';

/** The concurrency of the functions: its settings, and the invocations in progress. */
export interface FunctionLimits {
  readonly settings: LambdaSettings;
  readonly concurrency: LambdaConcurrency;
}

/** An invocation that Lambda refuses with TooManyRequestsException. */
export class ThrottledInvocation extends Error {
  override readonly name = 'ThrottledInvocation';

  /** @param by the limit, as a noun phrase */
  constructor(readonly by: string) {
    super(`refused by ${by}`);
  }
}

/** How invocations are limited. */
export interface ConcurrencyParts {
  readonly limits: FunctionLimits;
  readonly mode: LimitsMode;
  readonly clock: RunClock;
  /** Counts an invocation that exceeds a limit but is not refused. */
  readonly countRefusal: (by: string) => void;
}

/** Derives the concurrency of the account and of its functions, by their names on AWS. */
export function deriveLambdaSettings(resources: LocalResources, quotas: AccountQuotas): LambdaSettings {
  const functions = resources.of('aws:lambda/function:Function').map(({ name, inputs }) => {
    const { reservedConcurrentExecutions: reserved = NOT_RESERVED } = inputs;
    return [inputs.name ?? name, reserved === NOT_RESERVED ? undefined : reserved] as const;
  });
  return { accountConcurrency: quotas.concurrentExecutions, functions: Object.fromEntries(functions) };
}

/** The input of a function without a reservation (aws.lambda.Function, `reservedConcurrentExecutions`). */
const NOT_RESERVED = -1;

/** Creates the state of the limits. */
export function createFunctionLimits(settings: LambdaSettings, clock: RunClock): FunctionLimits {
  return { settings, concurrency: new LambdaConcurrency(settings, secondsOf(clock)) };
}

/** Limits a function: invocations beyond its concurrency reject with ThrottledInvocation. */
export function limitConcurrency(host: FunctionHost, parts: ConcurrencyParts): FunctionHost {
  const { limits, mode, clock, countRefusal } = parts;
  if (mode === 'off') return host;
  const { settings, concurrency } = limits;
  const { name } = host;
  return {
    ...host,
    async invoke(event, traceId) {
      const admission = concurrency.begin(name, secondsOf(clock));
      if (admission.is === 'refused') {
        const by = nameLimit(admission.reason, name, settings);
        if (mode === 'enforce') throw new ThrottledInvocation(by);
        countRefusal(by);
        return host.invoke(event, traceId);
      }
      try {
        return await host.invoke(event, traceId);
      } finally {
        concurrency.end(name, secondsOf(clock));
      }
    },
  };
}

/** Describes the limit of a reason. The last reason covers two limits of a function: its request rate and its scaling rate. */
function nameLimit(reason: LambdaRefusal, name: string, { accountConcurrency, functions }: LambdaSettings): string {
  const own = functions[name];
  const reserved = Object.values(functions).reduce<number>((sum, one = 0) => sum + one, 0);
  const rest = Math.max(0, accountConcurrency - reserved);
  switch (reason) {
    case 'ReservedFunctionConcurrentInvocationLimitExceeded':
      return `reserved concurrency ${own} of ${name}`;
    case 'ReservedFunctionInvocationRateLimitExceeded':
      return `the rate of ${REQUESTS_PER_EXECUTION * (own ?? 0)} requests/s of reserved concurrency ${own} of ${name}`;
    case 'ConcurrentInvocationLimitExceeded':
      return `the account's unreserved concurrency ${rest}, which ${name} uses`;
    case 'FunctionInvocationRateLimitExceeded':
      return `the rate of requests or new environments of ${name}`;
  }
}
