// Renders the summary of a local run: its resources, and commands that call them.

import type { AnyResourceNode, ResourceGraph } from '../graph/graph';
import { eachReference, type Value } from '../graph/value';
import { TOKEN_PATH } from './cognito/serve-tokens';
import { credentialsOf, networkOptions, renderCurl, requestOf } from './curl';
import { allowedNetwork } from './gateway/caller-network';
import { CALLER, STRANGER } from './gateway/identities';
import { matchRoute, type Route } from './gateway/routes';
import type { ApiKey } from './gateway/usage-plans';
import type { LocalRun } from './local-run';
import { SECRETS_FILE } from './secret-values';

/** Nouns for resources that run locally. All other resources are counted together. */
const WORDS: { readonly [K in AnyResourceNode['kind']]?: readonly [singular: string, plural: string] } = {
  'aws:dynamodb/table:Table': ['table', 'tables'],
  'aws:sqs/queue:Queue': ['queue', 'queues'],
  'aws:lambda/function:Function': ['function', 'functions'],
  'aws:apigateway/method:Method': ['route', 'routes'],
};

/** Renders the numbers of a graph's resources, such as `1 table, 1 queue, 1 function, 3 routes and 20 other resources`. */
export function renderCounts({ resources }: ResourceGraph): string {
  const counted = Object.entries(WORDS).flatMap(([kind, [singular, plural]]) => {
    const count = resources.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? singular : plural}`];
  });
  const others = resources.filter(({ kind }) => WORDS[kind] === undefined).length;
  return `${counted.join(', ')} and ${others} other resource${others === 1 ? '' : 's'}`;
}

/** Renders the example requests as curl commands for the API at a URL, with the credentials that their routes require. */
export function renderExamples(
  graph: ResourceGraph,
  { routes, apiKeys, url }: Pick<LocalRun, 'routes' | 'apiKeys' | 'url'>,
): string[] {
  const { examples, provider } = graph;
  const [stage] = routes.map((route) => route.stage);
  if (stage === undefined) return [];
  return examples.map((example) => {
    const { route } = matchRoute(routes, example.method, `/${stage}${example.path}`) ?? {};
    const credentials = route === undefined ? [] : credentialsOf(route, { apiKeys, region: provider.region, url });
    return renderCurl(requestOf(example, `${url}/${stage}`), [
      ...networkOptions(allowedNetwork(graph)),
      ...credentials,
    ]);
  });
}

/** Renders the test users of routes with IAM authorization; no lines without such routes. */
export function renderIdentities(routes: readonly Route[]): string[] {
  if (!routes.some(({ authorization }) => authorization === 'AWS_IAM')) return [];
  return [
    'Signed requests: test users, as ACCESS_KEY_ID:SECRET_ACCESS_KEY',
    ...[CALLER, STRANGER].map(
      ({ userName, accessKeyId, secretAccessKey, isAllowed }) =>
        `  ${userName}: ${accessKeyId}:${secretAccessKey}${isAllowed ? '' : ' (without permission to call the API)'}`,
    ),
  ];
}

/** Renders where to get tokens of user pools; no lines without routes that require them. */
export function renderTokens(routes: readonly Route[], url: string): string[] {
  if (!routes.some(({ authorization }) => authorization === 'COGNITO_USER_POOLS')) return [];
  return [`Tokens of the user pools, for the header Authorization: ${url}${TOKEN_PATH}`];
}

/** Renders the API keys with their values; no lines without keys. */
export function renderApiKeys(apiKeys: readonly ApiKey[]): string[] {
  if (apiKeys.length === 0) return [];
  return ['API keys, for the header x-api-key', ...apiKeys.map(({ name, value }) => `  ${name}: ${value}`)];
}

/** Renders the endpoints of tables and queues, each with an AWS CLI command that lists them. */
export function renderStores({ resources, provider }: ResourceGraph, endpoints: LocalRun['endpoints']): string[] {
  const isThere = (kind: AnyResourceNode['kind']) => resources.some((node) => node.kind === kind);
  const command = (service: string, endpoint: string) =>
    `  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws ${service} --endpoint-url ${endpoint} --region ${provider.region}`;
  return [
    ...(isThere('aws:dynamodb/table:Table')
      ? [`Tables at ${endpoints.dynamodb}`, command('dynamodb list-tables', endpoints.dynamodb)]
      : []),
    ...(isThere('aws:sqs/queue:Queue')
      ? [`Queues at ${endpoints.sqs}`, command('sqs list-queues', endpoints.sqs)]
      : []),
  ];
}

/** Renders the secrets with the sources of their values; no lines without secrets. */
export function renderSecrets({ secrets = {} }: ResourceGraph, given: readonly string[]): string[] {
  const keys = Object.keys(secrets);
  const named = (title: string, some: readonly string[]) =>
    some.length === 0 ? [] : [`  ${title}: ${some.join(', ')}`];
  if (keys.length === 0) return [];
  return [
    `Secrets, which functions read at their ARNs; ${SECRETS_FILE} sets values`,
    ...named(
      `from ${SECRETS_FILE}`,
      keys.filter((key) => given.includes(key)),
    ),
    ...named(
      'generated for this run',
      keys.filter((key) => !given.includes(key)),
    ),
  ];
}

/** Renders the checks that only AWS performs: authorization of routes, and protections of the whole API. */
export function renderUnchecked({ resources }: ResourceGraph, routes: readonly Route[]): string[] {
  const asked = routes.filter((route) => !isChecked(route, resources));
  const names = asked.map(({ method, resourcePath, authorization }) => `${method} ${resourcePath} (${authorization})`);
  const guards = resources.flatMap(({ kind, inputs }) => [
    ...('mutualTlsAuthentication' in inputs ? ['mutual TLS'] : []),
    ...(kind === 'aws:wafv2/webAcl:WebAcl' && JSON.stringify(inputs).includes('managedRuleGroupStatement')
      ? ['the managed rules of a web ACL']
      : []),
  ]);
  return [
    ...(names.length === 0 ? [] : [`Routes with authorization, which only AWS checks: ${names.join(', ')}`]),
    ...(guards.length === 0 ? [] : [`Protections that only AWS applies: ${guards.join(', ')}`]),
  ];
}

/** Whether the run checks the authorization of a route itself. */
function isChecked({ authorization, authorizerId }: Route, resources: ResourceGraph['resources']): boolean {
  if (authorization !== 'CUSTOM') return true;
  const authorizer = resources.find(
    ({ kind, name }) => kind === 'aws:apigateway/authorizer:Authorizer' && name === authorizerId,
  );
  let isInGraph = false;
  eachReference(authorizer?.inputs as Value | undefined, ({ node }) => {
    if (resources.some(({ id, kind }) => id === node && kind === 'aws:lambda/function:Function')) isInGraph = true;
  });
  return isInGraph;
}
