// The gateway: the throttles of the methods and of the account.

import { accountThrottle } from '../../language/expand/account-throttle';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';
import { type GatewayCaller, GatewayThrottle } from '../../model/gateway-throttle';
import type { Step } from '../../model/limiter';
import type { Throttle } from '../../model/token-bucket';
import { formatPath } from '../../source/spec-node';
import type { Limit } from '../traffic/bottleneck';
import { accountLimit, methodThrottle } from '../traffic/limits';
import type { Clients, Cohorts } from './clients';
import { Counts, type Recording, type RefusalCount } from './recording';
import type { Scenario } from './scenario';

/** The status of a response to a throttled request (Amazon API Gateway Developer Guide, "Gateway response types"). */
const THROTTLED = { reason: 'THROTTLED', status: 429 } as const;

interface GatewayMethod {
  readonly caller: GatewayCaller;
  readonly refused: RefusalCount;
  readonly counts: Counts;
}

/** The throttles of the API, and the columns of its methods. */
export class GatewayStage {
  private readonly throttle: GatewayThrottle;
  private readonly account: RefusalCount;
  private readonly methods: readonly GatewayMethod[];
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
      caller: { method: names[at] ?? '' },
      refused: refusalOf(methodThrottle(method)),
      counts: new Counts(recording, names[at] ?? ''),
    }));
    this.total = new Counts(recording, 'api');
  }

  /** Admits attempts, and fails the others. */
  pass(step: Step, cohorts: Cohorts): void {
    const { clients } = this;
    const demands = this.methods.map(({ caller }, at) => ({ caller, requests: clients.sumOf(cohorts, at) }));
    this.throttle.flows(step, demands).forEach(({ admitted, refused }, at) => {
      const method = this.methods[at];
      const requests = demands[at]?.requests ?? 0;
      if (method === undefined || requests === 0) return;
      method.refused.add(refused.method);
      this.account.add(refused.account);
      for (const counts of [method.counts, this.total]) counts.add(requests, admitted);
      clients.admit(cohorts, at, admitted / requests, THROTTLED.status);
    });
  }
}

function bucketOf({ rateLimit, burstLimit }: ApiMethod['throttle']): Throttle {
  return { rate: rateLimit, burst: burstLimit };
}
