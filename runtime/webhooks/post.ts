// Posts to webhooks: HTTPS only, to public addresses, without redirects, with a time limit and a bounded response.

import { type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent, type RequestOptions, request as requestHttps } from 'node:https';
import { WEBHOOK_URL_HEADER } from '../../contract/event-settings';
import { type Lookup, publicLookup, refusePrivateHost } from './addresses';

/** The maximum number of bytes of a response that are read. Only its status and Retry-After are used. */
const MAX_RESPONSE_BYTES = 16_384;

/** The response of a webhook. */
export interface PostResponse {
  readonly statusCode: number;
  readonly retryAfter?: string | undefined;
}

/** A message to a webhook. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMilliseconds: number;
}

/** Posts a message. Rejects without a complete response: no connection, a refused address, or the time limit. */
export type Post = (request: PostRequest) => Promise<PostResponse>;

/** A destination that is not an HTTPS URL. */
class DestinationError extends Error {
  override readonly name = 'DestinationError';
}

/** Changes to the connections, for tests. */
export interface PostOptions {
  /** The lookup instead of that of public addresses. */
  readonly lookup?: Lookup;
  /** Certificates to trust instead of those of Node.js. */
  readonly ca?: string;
}

/** Creates the client of webhooks. */
export function createPost({ lookup = publicLookup(), ca }: PostOptions = {}): Post {
  const agent = new Agent({ keepAlive: true });
  return async (request) => {
    const url = readUrl(request.url);
    if (url.protocol !== 'https:') throw new DestinationError('the URL of a webhook must start with https://');
    refusePrivateHost(url.hostname);
    return exchange(request, (options, done) =>
      requestHttps(url, { ...options, agent, lookup, ...(ca !== undefined && { ca }) }, done),
    );
  };
}

/**
 * Creates the client of the local run: posts to one receiver on this machine, with the URL of the webhook in a header.
 *
 * @param traceOf the trace of the invocation, with which the receiver finds what has caused the message
 */
export function createLocalPost(receiver: string, traceOf: () => string | undefined): Post {
  return (request) => {
    const url = new URL(receiver);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const traceId = traceOf();
    const headers = {
      ...request.headers,
      [WEBHOOK_URL_HEADER]: encodeURI(request.url),
      ...(traceId !== undefined && { 'x-amzn-trace-id': traceId }),
    };
    return exchange({ ...request, headers }, (options, done) => send(url, options, done));
  };
}

type Send = (options: RequestOptions, done: (response: IncomingMessage) => void) => ReturnType<typeof requestHttps>;

function exchange({ headers, body, timeoutMilliseconds }: PostRequest, send: Send): Promise<PostResponse> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const fail = (error: Error) => reject(signal.aborted ? signal.reason : error);
    const sized = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const request = send({ method: 'POST', headers: sized, signal }, (response) => {
      const { statusCode = 0 } = response;
      const retryAfter = response.headers['retry-after'];
      let bytes = 0;
      const finish = () => resolve({ statusCode, retryAfter });
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= MAX_RESPONSE_BYTES) return;
        // The status is known, and an endless response must not hold the connection.
        finish();
        request.destroy();
      });
      response.on('end', finish);
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(body);
  });
}

function readUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new DestinationError('the URL of a webhook is malformed');
  }
}
