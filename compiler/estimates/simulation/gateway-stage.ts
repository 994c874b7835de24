// The gateway: the throttles of the methods and of the account.

import { accountThrottle } from '../../language/expand/account-throttle';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';
import { type GatewayCaller, GatewayThrottle } from '../../model/gateway-throttle';
import type { Steady, Step } from '../../model/limiter';
import type { Throttle } from '../../model/token-bucket';
import { formatPath } from '../../source/spec-node';
import type { Limit } from '../traffic/bottleneck';
import { accountLimit, methodThrottle } from '../traffic/limits';
import type { Clients, Cohorts } from './clients';
import { Counts, type Recording, type RefusalCount } from './recording';
import type { Scenario } from './scenario';

/** The reason of a refusal by a throttle, and the status of its response (Amazon API Gateway Developer Guide, "Gateway response types"). */
export const THROTTLED = { reason: 'THROTTLED', status: 429 } as const;

interface GatewayMethod {
  /** The requests of a second of the present step. */
  readonly demand: { readonly caller: GatewayCaller; requests: number };
  readonly refused: RefusalCount;
  readonly counts: Counts;
}

/** The throttles of the API, and the columns of its methods. */
export class GatewayStage implements Steady {
  private readonly throttle: GatewayThrottle;
  private readonly account: RefusalCount;
  private readonly methods: readonly GatewayMethod[];
  private readonly demands: readonly GatewayMethod['demand'][];
  private readonly total: Counts;

  constructor(
    environment: ExpandedEnvironment,
    methods: readonly ApiMethod[],
    private readonly clients: Clients,
    recording: Recording,
    { start, assumptions }: Pick<Scenario, 'start' | 'assumptions'>,
  ) {
    const names = methods.map(({ part }) => formatPath(part));
    // A method without a throttle of its own has that of the stage.
    const own = methods.flatMap(({ route: { throttle } }, at) =>
      throttle === undefined ? [] : [[names[at] ?? '', bucketOf(throttle)] as const],
    );
    const stage = environment.api?.throttle;
    this.throttle = new GatewayThrottle(
      {
        account: accountThrottle(environment),
        stage: stage === undefined ? accountThrottle(environment) : bucketOf(stage),
        methods: Object.fromEntries(own),
        plans: {},
      },
      start,
      assumptions,
    );
    const refusalOf = (limit: Limit) => recording.refusal(limit, THROTTLED.reason, THROTTLED.status);
    this.account = refusalOf(accountLimit(environment));
    this.methods = methods.map((method, at) => ({
      demand: { caller: { method: names[at] ?? '' }, requests: 0 },
      refused: refusalOf(methodThrottle(method)),
      counts: new Counts(recording, names[at] ?? ''),
    }));
    this.demands = this.methods.map(({ demand }) => demand);
    this.total = new Counts(recording, 'api');
  }

  /** Admits attempts, and fails the others. */
  pass(step: Step, cohorts: Cohorts): void {
    const { clients } = this;
    this.demands.forEach((demand, at) => {
      demand.requests = clients.sumOf(cohorts, at);
    });
    const flows = this.throttle.flows(step, this.demands);
    this.methods.forEach(({ demand: { requests }, refused, counts }, at) => {
      const flow = flows[at];
      if (flow === undefined || requests === 0) return;
      refused.add(flow.refused.method);
      this.account.add(flow.refused.account);
      counts.add(requests, flow.admitted);
      this.total.add(requests, flow.admitted);
      clients.admit(cohorts, at, flow.admitted / requests, THROTTLED.status);
    });
  }

  steadySeconds(end: number): number {
    return this.throttle.steadySeconds(end);
  }
}

function bucketOf({ rateLimit, burstLimit }: ApiMethod['throttle']): Throttle {
  return { rate: rateLimit, burst: burstLimit };
}
