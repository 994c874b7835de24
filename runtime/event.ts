// What API Gateway hands in and takes back (a REST API's Lambda proxy integration), as far as the handler uses it.

import { RequestError } from './errors';
import { parseJson, renderJson } from './json';

/** A request; a direct invocation may leave out anything. */
export interface ApiEvent {
  readonly httpMethod?: string;
  readonly resource?: string;
  readonly pathParameters?: Readonly<Record<string, string | undefined>> | null;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
}

/** An answer; its body is JSON. */
export interface ApiResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

// A parser's message may quote a key of the body, and that can be as long as the body.
const MAX_PARSER_MESSAGE_LENGTH = 200;

/** Reads the members of the JSON object in a request's body; JSON that is no object has none. Throws RequestError 400 when it is absent or malformed. */
export function readBody(event: ApiEvent): Readonly<Record<string, unknown>> {
  if (!event.body) throw new RequestError(400, 'Request body is required');
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  try {
    const json = parseJson(text);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'nested too deeply';
    throw new RequestError(400, `Request body is not valid JSON: ${reason.slice(0, MAX_PARSER_MESSAGE_LENGTH)}`);
  }
}

/** Makes an answer that no cache keeps. */
export function respond(statusCode: number, body: object): ApiResponse {
  return { statusCode, headers: HEADERS, body: renderJson(body) };
}
