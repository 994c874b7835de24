// The maximum sums of requests in a period, from the throttle and the concurrency.

import { HANDLER_ENTRY } from '../../../../contract/settings';
import type { Metric } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { functionHandle } from '../../../graph/handles';
import { accountThrottle } from '../../../language/expand/account-throttle';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { ApiMethod } from '../../../language/expand/methods';
import { RESOLUTION_SECONDS } from '../../../model/alarm-evaluation';
import { REQUESTS_PER_EXECUTION } from '../../../model/lambda-concurrency';
import { mostAdmitted } from '../../../model/token-bucket';
import { factsOf, watchedPart } from '../../../monitoring/metrics/metrics';
import type { PathStep } from '../../../source/spec-node';
import { concurrencyOf } from '../common/quotas';
import { nodesIn } from '../common/references';

/** The maximum of a sum. */
export interface SumBound {
  readonly greatest: number;
  /** The calculation of the bound, as text. */
  readonly arithmetic: string;
  /** The setting that limits it, in words. */
  readonly what: string;
  readonly path: readonly PathStep[];
}

/** The maximum sum or sample count of a metric in a period; undefined if it has no limit. */
export function sumBound(
  environment: ExpandedEnvironment,
  metric: Metric,
  periodSeconds: number,
): SumBound | undefined {
  const seconds = Math.max(RESOLUTION_SECONDS, periodSeconds);
  const facts = factsOf(environment, metric);
  const isCounted = metric.statistic === 'SampleCount' || facts?.isShare === true || metric.name === 'Count';
  const part = watchedPart(metric.resource);
  switch (part.kind) {
    case 'api':
      return isCounted ? throttleBound(environment, methodsOf(environment), seconds) : undefined;
    case 'function':
      return isCounted && facts?.dimensions !== undefined
        ? functionBound(environment, part.name, metric.name, seconds)
        : undefined;
    case 'queue':
      return metric.name === 'NumberOfMessagesSent' ? sentBound(environment, part.name, seconds) : undefined;
    default:
      return undefined;
  }
}

/** The methods of an API, including those for preflight requests; with a function's name, those that invoke it. */
function methodsOf({ facts }: ExpandedEnvironment, called?: string): readonly ApiMethod[] {
  return facts.methods.filter(({ route }) => called === undefined || route.function === called);
}

/**
 * The requests that the throttle allows: each method has a token bucket of the burst limit, which refills at the rate limit, and all
 * of them share one of the account (Amazon API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput").
 */
function throttleBound(
  environment: ExpandedEnvironment,
  methods: readonly ApiMethod[],
  seconds: number,
): SumBound | undefined {
  const { api } = environment;
  if (api === undefined || methods.length === 0) return undefined;
  const bounds = boundsOf(methods, ({ throttle: { rateLimit, burstLimit } }) =>
    through(rateLimit, burstLimit, seconds),
  );
  const greatest = bounds.reduce((sum, { count, each }) => sum + count * each.greatest, 0);
  const account = accountThrottle(environment);
  const ofAccount = through(account.rate, account.burst, seconds);
  if (ofAccount.greatest < greatest)
    return {
      ...ofAccount,
      what: "the account's throttle",
      path: specPath('quotas', 'apiGateway', 'throttleRateLimit'),
    };
  return {
    greatest,
    arithmetic: bounds
      .map(({ count, each }) => (count === 1 ? each.arithmetic : `${count} methods × (${each.arithmetic})`))
      .join(' + '),
    what: 'the throttle',
    path: specPath('api', 'throttle', 'rateLimit'),
  };
}

/** The bounds of methods, each with the number of methods that have it. */
function boundsOf(methods: readonly ApiMethod[], boundOf: (method: ApiMethod) => Bound) {
  const groups = new Map<string, { count: number; readonly each: Bound }>();
  for (const method of methods) {
    const each = boundOf(method);
    const known = groups.get(each.arithmetic);
    if (known === undefined) groups.set(each.arithmetic, { count: 1, each });
    else known.count += 1;
  }
  return [...groups.values()];
}

type Bound = Pick<SumBound, 'greatest' | 'arithmetic'>;

function through(rate: number, burst: number, seconds: number) {
  return {
    greatest: Math.floor(mostAdmitted({ rate, burst }, seconds)),
    arithmetic: `${rate} requests/s × ${seconds} s + ${burst}`,
  };
}

function functionBound(
  environment: ExpandedEnvironment,
  name: string,
  metric: string,
  seconds: number,
): SumBound | undefined {
  const throttled = isCalledByRoutesOnly(environment, name)
    ? throttleBound(environment, methodsOf(environment, name), seconds)
    : undefined;
  // Concurrency does not limit the requests that it rejects.
  if (metric === 'Throttles' || environment.functions[name] === undefined) return throttled;
  const instances = concurrencyOf(environment, name);
  const answered: SumBound = {
    greatest: REQUESTS_PER_EXECUTION * instances * seconds,
    arithmetic: `${instances} instances × ${REQUESTS_PER_EXECUTION} requests/s × ${seconds} s`,
    what: 'the concurrency',
    path: specPath('functions', name, 'reservedConcurrency'),
  };
  return throttled !== undefined && throttled.greatest <= answered.greatest ? throttled : answered;
}

/** Whether only routes invoke a function, according to the spec. */
function isCalledByRoutesOnly(environment: ExpandedEnvironment, name: string): boolean {
  const isAuthorizer = nodesIn([environment.api?.lambdaAuthorizer?.functionArn ?? '']).has(functionHandle(name).id);
  return methodsOf(environment, name).length > 0 && !isAuthorizer;
}

/** The payment handler sends at most one message for a failed request; other code may send any number. */
function sentBound(environment: ExpandedEnvironment, queue: string, seconds: number): SumBound | undefined {
  const senders = Object.entries(environment.functions).filter(
    ([, { access, deadLetterQueue }]) =>
      access.queues[queue]?.includes('SendMessage') === true || deadLetterQueue === queue,
  );
  const [sender] = senders;
  if (sender === undefined || senders.length > 1 || sender[1].entry !== HANDLER_ENTRY) return undefined;
  return functionBound(environment, sender[0], 'Invocations', seconds);
}
