// Renders requests as curl commands, with the credentials that their routes require.

import type { ExampleRequest } from '../graph/graph';
import { TOKEN_PATH } from './cognito/serve-tokens';
import { type CallerNetwork, networkHeaders } from './gateway/caller-network';
import { CALLER } from './gateway/identities';
import type { Route } from './gateway/routes';
import type { ApiKey } from './gateway/usage-plans';

/** A request for curl. */
interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string | undefined;
}

/** An example as a request to the API at a URL, which includes the stage. */
export function requestOf({ method, path, query, body }: ExampleRequest, base: string): CurlRequest {
  const search = new URLSearchParams(query).toString();
  const headers = body === undefined ? [] : [['Content-Type', 'application/json'] as const];
  return { method, url: `${base}${path}${search === '' ? '' : `?${search}`}`, headers, body };
}

/** Renders a command for a POSIX shell. `credentials` are options from `credentialsOf`. */
export function renderCurl({ method, url, headers, body }: CurlRequest, credentials: readonly string[] = []): string {
  const words = method === 'GET' ? [] : ['-X', method];
  words.push(...credentials, ...headers.flatMap(([name, value]) => ['-H', quote(`${name}: ${value}`)]));
  if (body !== undefined) words.push('-d', quote(body));
  return ['curl', ...words, quote(url)].join(' ');
}

/** The options of curl for the credentials that a route of a run at a URL requires. */
export function credentialsOf(
  { apiKeyRequired, authorization, stage }: Pick<Route, 'apiKeyRequired' | 'authorization' | 'stage'>,
  { apiKeys, region, url }: { readonly apiKeys: readonly ApiKey[]; readonly region: string; readonly url: string },
): string[] {
  const key = apiKeyRequired ? apiKeys.find(({ stages }) => stages.includes(stage)) : undefined;
  return [
    ...(authorization === 'AWS_IAM' ? signingOptions(region) : []),
    ...(authorization === 'COGNITO_USER_POOLS' ? tokenOptions(url) : []),
    ...(key === undefined ? [] : ['-H', quote(`x-api-key: ${key.value}`)]),
  ];
}

/** The options of curl that put the caller into a network. */
export function networkOptions(network: CallerNetwork): string[] {
  return networkHeaders(network).flatMap(([name, value]) => ['-H', quote(`${name}: ${value}`)]);
}

/** The options of curl that sign a request as the local test user. */
export function signingOptions(region: string): string[] {
  const { accessKeyId, secretAccessKey } = CALLER;
  return ['--aws-sigv4', quote(`aws:amz:${region}:execute-api`), '--user', quote(`${accessKeyId}:${secretAccessKey}`)];
}

/** The options of curl that add a token of a user pool, from the run at a URL. */
export function tokenOptions(url: string): string[] {
  return ['-H', `"Authorization: $(curl -s ${quote(url + TOKEN_PATH)})"`];
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
