// Concurrency of Lambda functions: reserved and unreserved concurrency, the scaling rate of a function, and cold starts
// (AWS Lambda Developer Guide, "Understanding Lambda function scaling" and "Lambda scaling behavior").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';
import { Environments } from './lambda-environments';
import { type Steady, type Step, steadySecondsOf, TOLERANCE } from './limiter';
import { areAlike, isLess } from './rounding';
import { TokenBucket } from './token-bucket';

/** Maximum requests a second for each unit of a reservation or of the account ("Understanding concurrency and requests per second"). */
export const REQUESTS_PER_EXECUTION = 10;

/** Concurrency that Lambda does not allow functions to reserve ("Configuring reserved concurrency for a function"). */
export const UNRESERVED_CONCURRENCY = 100;

/** New environments of a function: 1,000 every 10 s, refilled continuously ("Lambda scaling behavior", "Concurrency scaling rate"). */
const GROWTH = { rate: 100, burst: 1000 } as const;

/** Requests a second that a number of concurrent executions serves, by Little's law and the limit of 10 a second each. */
export function servedPerSecond(executions: number, durationMilliseconds: number): number {
  return (executions * 1000) / Math.max(durationMilliseconds, 1000 / REQUESTS_PER_EXECUTION);
}

/** Concurrent executions that a rate of requests needs; the inverse of `servedPerSecond`. */
export function neededExecutions(perSecond: number, durationMilliseconds: number): number {
  return (perSecond * Math.max(durationMilliseconds, 1000 / REQUESTS_PER_EXECUTION)) / 1000;
}

/** The concurrency of an account, and the reservations of its functions. */
export interface LambdaSettings {
  readonly accountConcurrency: number;
  /** The reserved concurrency of each function; undefined for a function that uses the unreserved concurrency. */
  readonly functions: { readonly [name: string]: number | undefined };
}

/** The reason of a TooManyRequestsException (AWS Lambda API Reference, Invoke). */
export type LambdaRefusal =
  | 'ReservedFunctionConcurrentInvocationLimitExceeded'
  | 'ReservedFunctionInvocationRateLimitExceeded'
  | 'ConcurrentInvocationLimitExceeded'
  | 'FunctionInvocationRateLimitExceeded';

/** An invocation that has begun, or the reason why Lambda refuses it. */
export type LambdaAdmission =
  | { readonly is: 'begun'; readonly isCold: boolean }
  | { readonly is: 'refused'; readonly reason: LambdaRefusal };

/** A rate of requests, in requests a second, with their mean duration and the mean duration of an initialization. */
export interface LambdaDemand {
  readonly requests: number;
  readonly durationSeconds: number;
  readonly initSeconds: number;
}

/** The result of a step: admitted requests and refused ones by reason, each a second; cold starts in the step, and the mean of concurrent executions. */
export interface LambdaFlow {
  readonly admitted: number;
  readonly refused: { readonly [reason in LambdaRefusal]?: number };
  readonly coldStarts: number;
  readonly concurrentExecutions: number;
}

/** A reservation or the account's unreserved concurrency, with its limit of requests a second. */
interface Pool {
  readonly limit: number;
  readonly requests: TokenBucket;
  readonly isReserved: boolean;
  readonly members: LambdaFunctionState[];
}

interface LambdaFunctionState {
  readonly pool: Pool;
  readonly environments: Environments;
  readonly growth: TokenBucket;
}

type Limit = 'concurrency' | 'rate' | 'growth';

/** The concurrency of all functions of an account. Times are in seconds. */
export class LambdaConcurrency implements Steady {
  private readonly functions = new Map<string, LambdaFunctionState>();
  /** The limits of requests a second of all pools. */
  private readonly requests: TokenBucket[] = [];

  constructor(
    { accountConcurrency, functions }: LambdaSettings,
    now: number,
    private readonly assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {
    const reserved = Object.values(functions).reduce<number>((sum, own = 0) => sum + own, 0);
    const rest = this.createPool(Math.max(0, accountConcurrency - reserved), false, now);
    for (const [name, own] of Object.entries(functions)) {
      const pool = own === undefined ? rest : this.createPool(own, true, now);
      const state = { pool, environments: new Environments(assumptions), growth: new TokenBucket(GROWTH, now) };
      pool.members.push(state);
      this.functions.set(name, state);
    }
  }

  /** Begins an invocation if a concurrent execution is free. The caller must call `end` afterwards. */
  begin(name: string, now: number): LambdaAdmission {
    const state = this.stateOf(name);
    const { pool, environments, growth } = state;
    environments.expire(now);
    const isCold = environments.idle < 1;
    const refusing = (
      [
        ['concurrency', busyIn(pool) + 1 <= pool.limit],
        ['rate', pool.requests.availableAt(now) + TOLERANCE >= 1],
        ['growth', !isCold || growth.availableAt(now) + TOLERANCE >= 1],
      ] as const
    ).find(([, isFree]) => !isFree);
    if (refusing !== undefined) return { is: 'refused', reason: this.reasonOf(refusing[0], pool) };
    pool.requests.spend(1);
    if (isCold) growth.spend(1);
    environments.occupy(1);
    return { is: 'begun', isCold };
  }

  /** Ends an invocation. Its environment stays warm, unless a timeout or a crash has ended it. */
  end(name: string, now: number, environment: 'kept' | 'lost' = 'kept'): void {
    this.stateOf(name).environments.release(1, now, environment);
  }

  /** Invokes a function at a constant rate for a step. Functions that share a pool get its capacity in the order of these calls. */
  flow(name: string, step: Step, { requests, durationSeconds, initSeconds }: LambdaDemand): LambdaFlow {
    const { pool, environments, growth } = this.stateOf(name);
    const end = step.from + step.seconds;
    environments.expire(step.from);
    const warm = environments.idle + environments.busy;
    // A request occupies an environment for its duration, and the first request of an environment also for the initialization.
    const steady = requests * durationSeconds;
    const use: EnvironmentUse = { warm, initShare: initSeconds / step.seconds };
    const served = (limit: number) =>
      occupied(steady, use) <= limit ? requests : (requests * runningWithin(limit, use)) / steady;
    const free = Math.max(0, pool.limit - (busyIn(pool) - environments.busy));
    const grown = warm + growth.availableIn(step);
    // Refused requests take nothing, so the limit that admits least refuses all of them, and the others none.
    let admitted = requests;
    let refusing: LambdaRefusal | undefined;
    const admitUpTo = (bound: number, limit: Limit) => {
      if (!isLess(bound, admitted)) return;
      admitted = bound;
      refusing = this.reasonOf(limit, pool);
    };
    admitUpTo(served(free), 'concurrency');
    admitUpTo(pool.requests.availableIn(step) / step.seconds, 'rate');
    admitUpTo(served(grown), 'growth');
    const concurrentExecutions = requests === 0 ? 0 : occupied((steady * admitted) / requests, use);
    const coldStarts = areAlike(concurrentExecutions, warm) ? 0 : Math.max(0, concurrentExecutions - warm);
    pool.requests.spend(admitted * step.seconds);
    growth.spend(coldStarts);
    environments.setBusy(concurrentExecutions, end);
    const refused = refusing === undefined ? {} : { [refusing]: requests - admitted };
    return { admitted, refused, coldStarts, concurrentExecutions };
  }

  /** While the environments in use grow, the result changes with each step, which the caller sees in `concurrentExecutions`. */
  steadySeconds(end: number): number {
    return steadySecondsOf(this.requests, end);
  }

  /** The environments of a function: those in use, and those that are idle. */
  environmentsOf(name: string, now: number): { readonly busy: number; readonly idle: number } {
    const { environments } = this.stateOf(name);
    environments.expire(now);
    return { busy: environments.busy, idle: environments.idle };
  }

  private createPool(limit: number, isReserved: boolean, now: number): Pool {
    const rate = REQUESTS_PER_EXECUTION * limit;
    const burst = rate * this.assumptions.invocationRateBurstSeconds;
    const requests = new TokenBucket({ rate, burst }, now);
    this.requests.push(requests);
    return { limit, requests, isReserved, members: [] };
  }

  private reasonOf(limit: Limit, { isReserved }: Pool): LambdaRefusal {
    switch (limit) {
      case 'concurrency':
        return isReserved ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : 'ConcurrentInvocationLimitExceeded';
      case 'rate':
        return isReserved ? 'ReservedFunctionInvocationRateLimitExceeded' : 'FunctionInvocationRateLimitExceeded';
      case 'growth':
        return this.assumptions.growthRefusalReason;
    }
  }

  private stateOf(name: string): LambdaFunctionState {
    const state = this.functions.get(name);
    if (state === undefined) throw new Error(`unknown function "${name}"`);
    return state;
  }
}

function busyIn({ members }: Pool): number {
  let sum = 0;
  for (const { environments } of members) sum += environments.busy;
  return sum;
}

/** The environments that exist before a step, and the duration of an initialization as a share of the step. */
interface EnvironmentUse {
  readonly warm: number;
  readonly initShare: number;
}

/** The environments that a mean number of running invocations occupies. */
function occupied(running: number, { warm, initShare }: EnvironmentUse): number {
  return running + Math.max(0, running - warm) * initShare;
}

/** The mean number of running invocations that occupies a number of environments; the inverse of `occupied`. */
function runningWithin(environments: number, { warm, initShare }: EnvironmentUse): number {
  return environments <= warm ? environments : (environments + warm * initShare) / (1 + initShare);
}
