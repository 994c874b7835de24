// Reads a function's response as API Gateway does (output format of a Lambda function for proxy integration).
//
// Facts without another source are recorded from the real service: LocalStack's tests marked `aws.validated`
// (tests/aws/services/apigateway/test_apigateway_lambda.py: test_aws_proxy_response_payload_format_validation and
// test_lambda_aws_proxy_response_format). test/compiler/local/gateway/answer.test.ts lists them in a table.

import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { GatewayResponse } from './gateway-message';

/** Maximum size of a function's response, in bytes of JSON (AWS Lambda, "Lambda quotas": 6 MB; its error names 6,291,556 bytes). */
export const MAXIMUM_ANSWER_BYTES = 6_291_556;

/** The members that a response may have. A response with any other member is malformed. */
const MEMBERS: ReadonlySet<string> = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

/**
 * Headers that API Gateway renames to `x-amzn-Remapped-<name>` (Amazon API Gateway, "Important notes": headers
 * that "may be remapped or dropped"; the names are those in responses of deployed APIs).
 */
const REMAPPED: ReadonlySet<string> = new Set(['connection', 'content-length', 'date', 'server', 'www-authenticate']);

/** Headers of one connection (RFC 9110, section 7.6.1). The function's values for them would break the response. */
const DROPPED: ReadonlySet<string> = new Set([
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Reads the response of a function; undefined if API Gateway reports a malformed Lambda proxy response. */
export function readAnswer(payload: string): GatewayResponse | undefined {
  const answer: unknown = JSON.parse(payload);
  if (!isRecord(answer) || Object.keys(answer).some((name) => !MEMBERS.has(name))) return undefined;
  const statusCode = readStatusCode(answer.statusCode ?? 200);
  const body = answer.body ?? '';
  if (statusCode === undefined || typeof body !== 'string') return undefined;
  if (typeof (answer.isBase64Encoded ?? false) !== 'boolean') return undefined;
  const single = readHeaders(answer.headers ?? {}, (value) => [value]);
  const multiple = readHeaders(answer.multiValueHeaders ?? {}, (value) => (Array.isArray(value) ? value : undefined));
  if (single === undefined || multiple === undefined) return undefined;

  // If both have a name, API Gateway uses the values of multiValueHeaders only.
  const named = new Set(multiple.map(([name]) => name.toLowerCase()));
  const merged = [...single.filter(([name]) => !named.has(name.toLowerCase())), ...multiple];
  const typed = merged.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    statusCode,
    headers: typed ? merged : [...merged, ['Content-Type', 'application/json']],
    // Base64 is not decoded: API Gateway decodes only the binary media types of an API, and specs cannot set any
    // (Amazon API Gateway, "Return binary media from a Lambda proxy integration").
    body,
  };
}

/** Reads a status code: an integer, or its text. HTTP's final status codes are 200 to 599 (RFC 9110, section 15). */
function readStatusCode(value: unknown): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d{3}$/.test(value));
  const code = isNumber ? Number(value) : Number.NaN;
  return Number.isInteger(code) && code >= 200 && code <= 599 ? code : undefined;
}

function readHeaders(
  headers: unknown,
  valuesOf: (value: unknown) => readonly unknown[] | undefined,
): (readonly [string, string])[] | undefined {
  if (!isRecord(headers)) return undefined;
  const pairs: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const values = valuesOf(value);
    if (values === undefined || !values.every(isHeaderValue) || !isValidHeader(name, values)) return undefined;
    if (DROPPED.has(name.toLowerCase())) continue;
    const outName = REMAPPED.has(name.toLowerCase()) ? `x-amzn-Remapped-${name}` : name;
    for (const item of values) pairs.push([outName, String(item)]);
  }
  return pairs;
}

function isValidHeader(name: string, values: readonly unknown[]): boolean {
  try {
    validateHeaderName(name);
    for (const value of values) validateHeaderValue(name, String(value));
    return true;
  } catch {
    return false;
  }
}

function isHeaderValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
