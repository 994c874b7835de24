// Describes the clients, the gateway and the routes of an API.

import type { Api } from '../../../schema/environment.generated';
import { grouped } from '../../diagnostics/words';
import { functionHandle } from '../../graph/handles';
import type { Fact, InnerPart, Link, Part } from '../system';
import { compareNumbered, count, distinct } from '../words';
import { type DescribeContext, fact, identityOf } from './context';

/** The id of the clients, which are not a part of the spec. */
const CLIENTS = 'clients';

/** The id of the gateway. */
const GATEWAY = 'api';

/** The clients by the authentication that a method requires. */
const CALLERS: Readonly<Record<Api['authorization'], string>> = {
  NONE: 'anyone',
  AWS_IAM: 'IAM principals',
  COGNITO_USER_POOLS: 'Cognito users',
  CUSTOM: 'token holders',
  API_KEY: 'API key holders',
};

const AUTHORIZATION: Readonly<Record<Api['authorization'], string>> = {
  NONE: 'no authorization',
  AWS_IAM: 'IAM authorization',
  COGNITO_USER_POOLS: 'Cognito authorization',
  CUSTOM: 'Lambda authorizer',
  API_KEY: 'API keys',
};

/** The parts and links of an API. */
export function describeApi(context: DescribeContext, api: Api): { readonly parts: Part[]; readonly links: Link[] } {
  const authorizations = distinct(Object.values(api.routes).map((route) => route.authorization ?? api.authorization));
  const used = authorizations.length === 0 ? [api.authorization] : authorizations;
  const clients: Part = {
    id: CLIENTS,
    layer: 'clients',
    kind: 'Internet',
    title: 'Clients',
    place: context.placeOf(['api', 'authorization']),
    facts: used.map((authorization) => fact(context, ['api', 'authorization'], CALLERS[authorization])),
    alarms: [],
    inner: [],
  };
  return {
    parts: [clients, describeGateway(context, api), ...routesOf(context, api)],
    links: [
      { from: CLIENTS, to: GATEWAY, actions: ['HTTPS'] },
      ...authorizerLinks(context, api),
      ...Object.entries(api.routes).flatMap(([name, { function: target }]) => [
        { from: GATEWAY, to: `api.routes.${name}`, actions: ['routes'] },
        { from: `api.routes.${name}`, to: `functions.${target}`, actions: ['invokes'] },
      ]),
    ],
  };
}

function describeGateway(context: DescribeContext, api: Api): Part {
  const { rateLimit, burstLimit } = api.throttle;
  const { webAcl, cache, domain, usagePlans, endpointType } = api;
  const keys = new Set(Object.values(usagePlans).flatMap((plan) => plan.keys)).size;
  const facts: Fact[] = [
    fact(context, ['api', 'stage'], `stage ${api.stage}`),
    ...(domain === undefined ? [] : [fact(context, ['api', 'domain'], domain.name)]),
    ...(endpointType === 'PRIVATE' ? [fact(context, ['api', 'endpointType'], 'private endpoint')] : []),
    fact(context, ['api', 'authorization'], AUTHORIZATION[api.authorization]),
    fact(context, ['api', 'throttle'], `${grouped(rateLimit)} requests/s, burst ${grouped(burstLimit)}`),
    ...(cache === undefined
      ? []
      : [fact(context, ['api', 'cache'], `cache ${cache.clusterSizeGigabytes} GB, ${grouped(cache.ttlSeconds)} s`)]),
    ...(keys === 0
      ? []
      : [
          fact(
            context,
            ['api', 'usagePlans'],
            `${count(Object.keys(usagePlans).length, 'usage plan')}, ${count(keys, 'key')}`,
          ),
        ]),
  ];
  return {
    ...identityOf(context, ['api']),
    layer: 'gateway',
    kind: 'API Gateway',
    title: api.name,
    facts,
    inner: webAcl === undefined ? [] : [describeWebAcl(context, webAcl)],
  };
}

function describeWebAcl(context: DescribeContext, { action, rateLimit }: NonNullable<Api['webAcl']>): InnerPart {
  const { requests, windowSeconds } = rateLimit;
  return {
    ...identityOf(context, ['api', 'webAcl']),
    kind: 'WAF',
    title: 'limit per IP',
    fact: `${action === 'BLOCK' ? 'blocks' : 'counts'} over ${grouped(requests)} in ${windowSeconds} s`,
  };
}

/** A function of this system that authorizes requests; other functions are not parts of it. */
function authorizerLinks({ environment }: DescribeContext, { lambdaAuthorizer }: Api): Link[] {
  const arn = lambdaAuthorizer?.functionArn;
  if (typeof arn !== 'object' || arn.$ !== 'reference') return [];
  const name = Object.keys(environment.functions).find((key) => functionHandle(key).id === arn.node);
  return name === undefined ? [] : [{ from: GATEWAY, to: `functions.${name}`, actions: ['authorizes'] }];
}

/** The routes, by path and method. */
function routesOf(context: DescribeContext, api: Api): Part[] {
  const byPath = Object.entries(api.routes).sort(
    ([, a], [, b]) => compareNumbered(a.path, b.path) || compareNumbered(a.method, b.method),
  );
  return byPath.map(([name, route]) => {
    const { method, path, authorization, throttle, cache, validateBody } = route;
    const at = ['api', 'routes', name] as const;
    const facts: Fact[] = [
      fact(context, at, name),
      ...(cache ? [fact(context, [...at, 'cache'], 'cached')] : []),
      ...(validateBody ? [fact(context, [...at, 'validateBody'], 'body validated')] : []),
      ...(throttle === undefined ? [] : [fact(context, [...at, 'throttle'], `${grouped(throttle.rateLimit)}/s`)]),
      ...(authorization === undefined || authorization === api.authorization
        ? []
        : [fact(context, [...at, 'authorization'], AUTHORIZATION[authorization])]),
    ];
    return { ...identityOf(context, at), layer: 'routes', kind: method, title: path, facts, inner: [] };
  });
}
