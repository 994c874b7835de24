// A function's answer as API Gateway reads it (output format of a Lambda function for proxy integration).

import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { GatewayResponse } from './gateway-message';

/** What the connection itself says: a function's word on it would break the answer. */
const CONNECTION_HEADERS = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Reads what a function gave back; undefined where API Gateway would call it a malformed Lambda proxy response. */
export function readAnswer(payload: string): GatewayResponse | undefined {
  const answer: unknown = JSON.parse(payload);
  if (!isRecord(answer)) return undefined;
  const { statusCode, headers = {}, multiValueHeaders = {}, body = '', isBase64Encoded = false } = answer;
  if (typeof statusCode !== 'number' || !Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599)
    return undefined;
  if (typeof body !== 'string' || typeof isBase64Encoded !== 'boolean') return undefined;
  const single = readHeaders(headers, (value) => [value]);
  const multiple = readHeaders(multiValueHeaders, (value) => (Array.isArray(value) ? value : undefined));
  if (single === undefined || multiple === undefined) return undefined;

  // A name that both have: the values of multiValueHeaders alone count.
  const named = new Set(multiple.map(([name]) => name.toLowerCase()));
  const merged = [...single.filter(([name]) => !named.has(name.toLowerCase())), ...multiple];
  const typed = merged.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    statusCode,
    headers: typed ? merged : [...merged, ['Content-Type', 'application/json']],
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
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
    if (CONNECTION_HEADERS.has(name.toLowerCase())) continue;
    for (const item of values) pairs.push([name, String(item)]);
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
