// How large sums of requests can become: what the throttle lets through in a period, and what concurrency can answer.

import { HANDLER_ENTRY } from '../../contract/handler-metrics';
import type { Api, Environment, Metric } from '../../schema/environment.generated';
import { factsOf, watchedPart } from '../metrics/metrics';
import { functionNode } from '../resolve/logical-names';
import { withPreflights } from '../resolve/preflight';
import type { PathStep } from '../source/spec-node';
import { accountThrottle, concurrencyOf } from './quotas';
import { nodesIn } from './references';

/** The most that a sum can come to. */
export interface SumBound {
  readonly greatest: number;
  /** How it is calculated. */
  readonly arithmetic: string;
  /** The setting that decides, in words. */
  readonly what: string;
  readonly path: readonly PathStep[];
}

/** AWS services publish a value a minute, so that a shorter period holds the sum of one (CloudWatch API Reference, PutMetricAlarm: Period). */
const RESOLUTION_SECONDS = 60;

/** Requests a second for each instance of a function (AWS Lambda Developer Guide, "Understanding concurrency and requests per second"). */
const REQUESTS_PER_INSTANCE = 10;

/** The most that the sum, or the number of samples, of a metric comes to in a period; undefined where nothing limits it. */
export function sumBound(environment: Environment, metric: Metric, periodSeconds: number): SumBound | undefined {
  const seconds = Math.max(RESOLUTION_SECONDS, periodSeconds);
  const facts = factsOf(environment, metric);
  const isCounted = metric.statistic === 'SampleCount' || facts?.isShare === true || metric.name === 'Count';
  const part = watchedPart(metric.resource);
  switch (part.kind) {
    case 'api':
      return isCounted ? throttleBound(environment, methodsOf(environment.api), seconds) : undefined;
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

/** How many methods an API has, those that answer preflight requests among them; with a function's name, how many call it. */
function methodsOf(api: Api | undefined, called?: string): number {
  const routes = api === undefined ? [] : withPreflights(api);
  return routes.filter(({ route }) => called === undefined || route.function === called).length;
}

/**
 * What the throttle lets through: for each method a bucket of burst tokens that fills at the rate, and for all of them one of
 * the account (Amazon API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput").
 */
function throttleBound(environment: Environment, methods: number, seconds: number): SumBound | undefined {
  const { api } = environment;
  if (api === undefined || methods === 0) return undefined;
  const { rateLimit, burstLimit } = api.throttle;
  const ofEach = through(rateLimit, burstLimit, seconds);
  const account = accountThrottle(environment);
  const ofAccount = through(account.rate, account.burst, seconds);
  if (ofAccount.greatest < methods * ofEach.greatest)
    return { ...ofAccount, what: "the account's throttle", path: ['quotas', 'apiGateway', 'throttleRateLimit'] };
  return {
    greatest: methods * ofEach.greatest,
    arithmetic: methods === 1 ? ofEach.arithmetic : `${methods} methods × (${ofEach.arithmetic})`,
    what: 'the throttle',
    path: ['api', 'throttle', 'rateLimit'],
  };
}

function through(rate: number, burst: number, seconds: number) {
  return {
    greatest: Math.floor(rate * seconds + burst),
    arithmetic: `${rate} requests/s × ${seconds} s + ${burst}`,
  };
}

function functionBound(environment: Environment, name: string, metric: string, seconds: number): SumBound | undefined {
  const throttled = isCalledByRoutesOnly(environment, name)
    ? throttleBound(environment, methodsOf(environment.api, name), seconds)
    : undefined;
  // What concurrency refuses is not limited by it.
  if (metric === 'Throttles' || environment.functions[name] === undefined) return throttled;
  const instances = concurrencyOf(environment, name);
  const answered: SumBound = {
    greatest: REQUESTS_PER_INSTANCE * instances * seconds,
    arithmetic: `${instances} instances × ${REQUESTS_PER_INSTANCE} requests/s × ${seconds} s`,
    what: 'the concurrency',
    path: ['functions', name, 'reservedConcurrency'],
  };
  return throttled !== undefined && throttled.greatest <= answered.greatest ? throttled : answered;
}

/** Whether routes are all that calls a function, as far as the spec says. */
function isCalledByRoutesOnly({ api }: Environment, name: string): boolean {
  const isAuthorizer = nodesIn([api?.lambdaAuthorizer?.functionArn ?? '']).has(functionNode(name));
  return methodsOf(api, name) > 0 && !isAuthorizer;
}

/** The payment handler sends a message for a request that fails, and never more than one; other code may send any number. */
function sentBound(environment: Environment, queue: string, seconds: number): SumBound | undefined {
  const senders = Object.entries(environment.functions).filter(
    ([, { access, deadLetterQueue }]) =>
      access.queues[queue]?.includes('SendMessage') === true || deadLetterQueue === queue,
  );
  const [sender] = senders;
  if (sender === undefined || senders.length > 1 || sender[1].entry !== HANDLER_ENTRY) return undefined;
  return functionBound(environment, sender[0], 'Invocations', seconds);
}
