// Reads the body of a request from the gateway's event.

import { RequestError } from './errors';
import { type ApiEvent, headerOf } from './event';
import { parseJson } from './json';
import { exceededLimit } from './json-limits';

/** The maximum size of a body, in bytes: the size that a web ACL inspects by default (AWS WAF, "Oversize web request components": 16 KB). */
export const MAX_BODY_BYTES = 16 * 1024;

// A parser's message may quote a key of the body, which can be as long as the body.
const MAX_PARSER_MESSAGE_LENGTH = 200;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Reads the JSON object in a request's body; other JSON counts as an empty object. Throws RequestError 400, 413 or 415. */
export function readBody(event: ApiEvent): Readonly<Record<string, unknown>> {
  const type = headerOf(event, 'Content-Type');
  if (type !== undefined && !JSON_TYPE.test(type.trim())) {
    throw new RequestError('unsupported-media-type', 'Content-Type must be application/json');
  }
  const encoding = headerOf(event, 'Content-Encoding')?.trim();
  if (encoding && encoding.toLowerCase() !== 'identity') {
    const headers = { 'Accept-Encoding': 'identity' };
    throw new RequestError('unsupported-media-type', 'Content-Encoding must be identity', { headers });
  }
  if (!event.body) throw new RequestError('malformed-request', 'Request body is required');
  const text = decodeBody(event.body, event.isBase64Encoded === true);
  const limit = exceededLimit(text);
  if (limit !== undefined) throw new RequestError('malformed-request', `Request body ${limit}`);
  try {
    const json = parseJson(text);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `Request body is not valid JSON: ${error.message.slice(0, MAX_PARSER_MESSAGE_LENGTH)}`;
    throw new RequestError('malformed-request', message);
  }
}

function decodeBody(body: string, isBase64Encoded: boolean): string {
  const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : undefined;
  if ((bytes?.length ?? Buffer.byteLength(body)) > MAX_BODY_BYTES) {
    throw new RequestError('body-too-large', `Request body must have at most ${MAX_BODY_BYTES} bytes`);
  }
  if (bytes === undefined) return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError('malformed-request', 'Request body is not UTF-8');
  }
}
