// Signs the requests of the documentation page as the local test user who may call the API.

import { sign } from './console/console-client';
import { SIGN_PATH } from './documentation';
import { refuseForeignPage } from './foreign-page';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway/gateway-message';
import { matchRoute, type Route } from './gateway/routes';

/** The served API. */
interface Served {
  readonly routes: readonly Route[];
  readonly resources: { readonly region: string };
}

/** A request that the page is about to send. */
interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/**
 * Answers a request for the headers that sign another one; undefined for all other requests. Routes without IAM authorization need none.
 *
 * @param now milliseconds since 1970
 */
export function serveSignature(
  { method, target, headers, body, port }: GatewayRequest,
  { routes, resources }: Served,
  now: () => number = Date.now,
): GatewayResponse | undefined {
  if (method !== 'POST' || target !== SIGN_PATH) return undefined;
  const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const host = headerOf('host');
  const foreign = refuseForeignPage({ host, origin: headerOf('origin') }, port);
  if (foreign !== undefined) return refuse(403, 'AccessDeniedException', foreign);
  const request = readRequest(String(body ?? ''));
  if (request === undefined) return refuse(400, 'BadRequestException', 'the body must have a method, a url and a body');
  const { pathname: path, search } = new URL(request.url, 'http://127.0.0.1');
  const route = matchRoute(routes, request.method, path)?.route;
  const sent = {
    ...{ method: request.method, path, search: search.slice(1), headers: [['Host', host ?? ''] as const] },
    body: Buffer.from(request.body),
  };
  const signed = route?.authorization === 'AWS_IAM' ? sign(sent, { region: resources.region, now }) : [];
  return {
    statusCode: 200,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'no-store'],
    ],
    body: JSON.stringify(Object.fromEntries(signed)),
  };
}

function readRequest(text: string): PageRequest | undefined {
  try {
    const { method, url, body = '' } = JSON.parse(text) as Readonly<Partial<Record<keyof PageRequest, unknown>>>;
    const isRead = typeof method === 'string' && typeof url === 'string' && typeof body === 'string';
    return isRead ? { method: method.toUpperCase(), url, body } : undefined;
  } catch {
    return undefined;
  }
}
