// The throttles and quotas that a request to a stage must pass, in API Gateway's order: usage plan, method of the stage, account
// (Amazon API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput", "How throttling limit settings are applied").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';
import { type Limiter, type Steady, type Step, steadySecondsOf, TOLERANCE } from './limiter';
import { type Quota, RequestQuota } from './request-quota';
import { type Throttle, TokenBucket } from './token-bucket';

/** Regions with a lower default throttle (Amazon API Gateway quotas, "API Gateway account-level quotas, per Region"). */
const REGIONS_WITH_SMALLER_THROTTLE: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
]);

/** The default throttle of an account for all APIs of a Region (Amazon API Gateway quotas, "API Gateway account-level quotas, per Region"). */
export function defaultAccountThrottle(region: string): Throttle {
  return REGIONS_WITH_SMALLER_THROTTLE.has(region) ? { rate: 2500, burst: 1250 } : { rate: 10_000, burst: 5000 };
}

/** The throttle and the quota of each key of a usage plan. */
export interface UsagePlan {
  readonly throttle?: Throttle | undefined;
  readonly quota?: Quota | undefined;
}

/** The limits of a stage and its account. */
export interface GatewaySettings {
  readonly account: Throttle;
  /** The throttle of methods without a throttle of their own. */
  readonly stage: Throttle;
  /** The settings of methods with their own throttle, by a name of the method. */
  readonly methods: { readonly [method: string]: Throttle };
  readonly plans: { readonly [plan: string]: UsagePlan };
}

/** The caller of a request. A usage plan limits a request only if the method requires an API key. */
export interface GatewayCaller {
  /** A name of the method, the same for all of its requests. */
  readonly method: string;
  readonly client?: { readonly plan: string; readonly key: string } | undefined;
}

/** The limits, in the order in which they apply. */
export type GatewayLimit = 'quota' | 'usage plan' | 'method' | 'account';

/** A request that a limit refuses: status 429, with the gateway response of the type. */
export interface GatewayRefusal {
  readonly limit: GatewayLimit;
  readonly responseType: 'THROTTLED' | 'QUOTA_EXCEEDED';
  /** The seconds until the limit admits a request again. */
  readonly retryAfterSeconds: number;
}

/** Requests a second of a step: those admitted, and those that each limit refuses. */
export interface GatewayFlow {
  readonly admitted: number;
  readonly refused: Readonly<Record<GatewayLimit, number>>;
}

interface NamedLimiter {
  readonly limit: GatewayLimit;
  readonly limiter: Limiter;
}

/**
 * The limits of a stage with their state. Times are in seconds since 1970, UTC, since quotas follow the calendar. AWS applies
 * throttles and quotas on a best-effort basis; this is the nominal behaviour.
 */
export class GatewayThrottle implements Steady {
  private readonly account: TokenBucket;
  private readonly limiters = new Map<string, Limiter>();
  /** The limiters before that of the account, by caller: a simulation asks for them in each step. */
  private readonly flowing = new WeakMap<GatewayCaller, readonly NamedLimiter[]>();

  constructor(
    private readonly settings: GatewaySettings,
    private readonly start: number,
    private readonly assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {
    this.account = new TokenBucket(settings.account, start);
  }

  /** Admits a request, or returns the limit that refuses it. */
  request(now: number, caller: GatewayCaller): GatewayRefusal | undefined {
    const limiters = this.limitersOf(caller);
    const refusing = limiters.findIndex(({ limiter }) => limiter.availableAt(now) + TOLERANCE < 1);
    const refused = limiters[refusing];
    if (refused === undefined || this.assumptions.refusedRequestsCount)
      for (const { limiter } of refused === undefined ? limiters : limiters.slice(0, refusing)) limiter.spend(1);
    if (refused === undefined) return undefined;
    return {
      limit: refused.limit,
      responseType: refused.limit === 'quota' ? 'QUOTA_EXCEEDED' : 'THROTTLED',
      retryAfterSeconds: refused.limiter.secondsUntil(now, 1),
    };
  }

  /** Admits as many requests of several callers as the limits allow, in requests a second. The throttle of the account refuses the same share of each. */
  flows(
    step: Step,
    demands: readonly { readonly requests: number; readonly caller: GatewayCaller }[],
  ): readonly GatewayFlow[] {
    const passed = demands.map(({ requests, caller }) => this.pass(step, requests, caller));
    let arriving = 0;
    for (const { passing } of passed) arriving += passing;
    const { seconds } = step;
    const share = arriving === 0 ? 1 : Math.min(1, this.account.availableIn(step) / (arriving * seconds));
    return passed.map(({ passing, refused, limiters }) => {
      const admitted = passing * share;
      refused.account += passing - admitted;
      if (!this.assumptions.refusedRequestsCount) for (const { limiter } of limiters) limiter.spend(admitted * seconds);
      this.account.spend(admitted * seconds);
      return { admitted, refused };
    });
  }

  /** Passes the limits before that of the account. */
  private pass(step: Step, requests: number, caller: GatewayCaller) {
    let limiters = this.flowing.get(caller);
    if (limiters === undefined) {
      limiters = this.limitersOf(caller).slice(0, -1);
      this.flowing.set(caller, limiters);
    }
    const refused = noRefusals();
    let passing = requests;
    for (const { limit, limiter } of limiters) {
      const admitted = Math.min(passing, limiter.availableIn(step) / step.seconds);
      refused[limit] += passing - admitted;
      passing = admitted;
      if (this.assumptions.refusedRequestsCount) limiter.spend(passing * step.seconds);
    }
    return { passing, refused, limiters };
  }

  steadySeconds(end: number): number {
    return steadySecondsOf(this.limiters.values(), end, this.account.steadySeconds(end));
  }

  /** The requests that each limit of a caller admits at once, for displays. */
  available(now: number, caller: GatewayCaller): { readonly limit: GatewayLimit; readonly requests: number }[] {
    return this.limitersOf(caller).map(({ limit, limiter }) => ({ limit, requests: limiter.availableAt(now) }));
  }

  private limitersOf({ method, client }: GatewayCaller): NamedLimiter[] {
    const { plans, methods, stage } = this.settings;
    const plan = client && plans[client.plan];
    const key = JSON.stringify(client);
    const own = Object.hasOwn(methods, method) ? methods[method] : undefined;
    const isShared = own === undefined && this.assumptions.stageThrottleScope === 'stage';
    const { quota, throttle } = plan ?? {};
    return [
      ...(quota === undefined ? [] : [this.named('quota', key, () => new RequestQuota(quota))]),
      ...(throttle === undefined ? [] : [this.named('usage plan', key, () => new TokenBucket(throttle, this.start))]),
      this.named('method', isShared ? '' : method, () => new TokenBucket(own ?? stage, this.start)),
      { limit: 'account', limiter: this.account },
    ];
  }

  private named(limit: GatewayLimit, key: string, create: () => Limiter): NamedLimiter {
    const name = `${limit} ${key}`;
    const known = this.limiters.get(name) ?? create();
    this.limiters.set(name, known);
    return { limit, limiter: known };
  }
}

function noRefusals(): Record<GatewayLimit, number> {
  return { quota: 0, 'usage plan': 0, method: 0, account: 0 };
}
