// Lambda authorizers: a function returns a policy for the caller, which API Gateway caches (Amazon API Gateway Developer Guide,
// "Use API Gateway Lambda authorizers").

import { evaluate, type Policy } from '../../../model/iam-policy';
import { ResponseCache } from '../../../model/response-cache';
import { type FunctionHost, InvocationError } from '../../functions/function-host';
import type { LocalResources } from '../../local-values';
import type { RunClock } from '../../run-clock';
import { createEvent } from '../event';
import { valuesOf } from '../event-headers';
import type { Route } from '../routes';
import { type Check, type RoutedRequest, refuseBy, type Verdict } from './check';
import { methodArnOf } from './method-arn';

/** An authorizer whose function is in the graph. */
export interface LambdaAuthorizer {
  readonly type: string;
  /** The header that identifies the caller, in lower case. */
  readonly header: string;
  readonly cacheSeconds: number;
  readonly functionArn: string;
}

/** The cache of an authorizer without a setting, in seconds (aws.apigateway.Authorizer, `authorizerResultTtlInSeconds`). */
const DEFAULT_CACHE_SECONDS = 300;

/** The memory of the cached results of an authorizer. */
const CACHE_BYTES = 16 * 1024 * 1024;

/** Derives the Lambda authorizers, by the names of their nodes. */
export function deriveLambdaAuthorizers(resources: LocalResources): ReadonlyMap<string, LambdaAuthorizer> {
  return new Map(
    resources.of('aws:apigateway/authorizer:Authorizer').flatMap(({ name, inputs }): [string, LambdaAuthorizer][] => {
      const functionArn = /\/functions\/(.+)\/invocations$/.exec(inputs.authorizerUri ?? '')?.[1];
      if (functionArn === undefined) return [];
      const [, header = ''] = /^method\.request\.header\.(.+)$/.exec(inputs.identitySource ?? '') ?? [];
      const cacheSeconds = inputs.authorizerResultTtlInSeconds ?? DEFAULT_CACHE_SECONDS;
      return [[name, { type: inputs.type ?? 'TOKEN', header: header.toLowerCase(), cacheSeconds, functionArn }]];
    }),
  );
}

/** The response of an authorizer's function. */
interface Authorization {
  readonly principalId: string;
  readonly policyDocument: Policy;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Creates the checks of routes; undefined for a route without such an authorizer. All routes of an authorizer share its cache. */
export function authorizeByFunctions(
  authorizers: ReadonlyMap<string, LambdaAuthorizer>,
  functions: ReadonlyMap<string, FunctionHost>,
  region: string,
  clock: RunClock,
): (route: Route) => Check | undefined {
  const caches = new Map(
    [...authorizers].map(([name, { cacheSeconds: ttlSeconds }]) => [
      name,
      new ResponseCache<Authorization>({ ttlSeconds, capacityBytes: CACHE_BYTES }),
    ]),
  );
  return (route) => {
    const authorizer = authorizers.get(route.authorizerId);
    const host = authorizer && functions.get(authorizer.functionArn);
    if (route.authorization !== 'CUSTOM' || authorizer === undefined || host === undefined) return undefined;
    const cache = caches.get(route.authorizerId);
    const by = `authorization of ${route.method} ${route.resourcePath}`;
    return async (request, caller): Promise<Verdict> => {
      const [token] = valuesOf(request.headers, authorizer.header);
      if (token === undefined || token === '') return refuseBy('UNAUTHORIZED', `${by}: no header ${authorizer.header}`);
      const now = clock.now() / 1000;
      const methodArn = methodArnOf(request, region);
      let authorization = cache?.get(now, token);
      if (authorization === undefined) {
        const answer = await ask(host, eventOf(authorizer, request, token, methodArn));
        if (answer === 'unauthorized') return refuseBy('UNAUTHORIZED', `${by}: ${host.name} rejects the caller`);
        if (answer === 'failed') return refuseBy('AUTHORIZER_FAILURE', `${by}: ${host.name} fails`);
        authorization = answer;
        cache?.put(now, token, answer, JSON.stringify(answer).length);
      }
      const { principalId, policyDocument, context = {} } = authorization;
      const decision = evaluate([policyDocument], { action: 'execute-api:Invoke', resource: methodArn, context: {} });
      if (decision !== 'allowed')
        return refuseBy('ACCESS_DENIED', `${by}: the policy of ${host.name}`, DENIALS[decision]);
      return { caller: { ...caller, authorizer: { ...context, principalId } } };
    };
  };
}

const DENIALS = {
  'denied explicitly': 'User is not authorized to access this resource with an explicit deny',
  'denied implicitly': 'User is not authorized to access this resource',
} as const;

function eventOf({ type }: LambdaAuthorizer, request: RoutedRequest, token: string, methodArn: string): object {
  if (type === 'TOKEN') return { type, methodArn, authorizationToken: token };
  const identity = { caller: {}, requestId: '', extendedRequestId: '', traceId: '', time: new Date() };
  const { body: _body, isBase64Encoded: _isBase64Encoded, ...event } = createEvent(request, identity);
  return { type, methodArn, ...event };
}

/** Calls the function. An error with the message "Unauthorized" rejects the caller; any other, or a malformed response, is a failure. */
async function ask(host: FunctionHost, event: object): Promise<Authorization | 'unauthorized' | 'failed'> {
  try {
    const answer = JSON.parse(await host.invoke(event)) as Partial<Authorization> | null;
    const isComplete = typeof answer?.principalId === 'string' && Array.isArray(answer.policyDocument?.Statement);
    return isComplete ? (answer as Authorization) : 'failed';
  } catch (error) {
    return error instanceof InvocationError && /^Error: Unauthorized$/m.test(error.message) ? 'unauthorized' : 'failed';
  }
}
