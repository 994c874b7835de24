// Reads calls from requests of the AWS JSON protocols 1.0 and 1.1.

import type { IncomingHttpHeaders } from 'node:http';
import { traceRootOf } from '../run-observer';
import type { Caller, JsonObject, Service, StoreCall } from './call';
import { isObject, resourcesOf } from './resources';

/** The target header, the content types and the maximum size of requests. */
const PROTOCOLS = {
  dynamodb: {
    target: /^DynamoDB_(?:20111205|20120810)\.(\w+)$/,
    contentType: /^application\/(?:x-amz-json-1\.0|json)\s*(?:;|$)/,
    // 16 MB (BatchWriteItem, Amazon DynamoDB API Reference).
    maximumBytes: 16 * 1024 * 1024,
    isSigned: (headers: IncomingHttpHeaders) =>
      SIGNATURE.every((part) => headers.authorization?.includes(part)) &&
      (headers['x-amz-date'] ?? headers.date) !== undefined,
  },
  sqs: {
    target: /^AmazonSQS\.(\w+)$/,
    contentType: /^application\/x-amz-json-1\.0\s*(?:;|$)/,
    // Messages of 1 MiB (Amazon SQS message quotas), each character of which can take six in JSON.
    maximumBytes: 8 * 1024 * 1024,
    isSigned: () => true,
  },
  secretsmanager: secretProtocol(/^secretsmanager\.(\w+)$/),
  ssm: secretProtocol(/^AmazonSSM\.(\w+)$/),
} as const;

/** The protocol of a service that holds secrets. A read has a few hundred bytes. */
function secretProtocol(target: RegExp) {
  return {
    target,
    contentType: /^application\/x-amz-json-1\.1\s*(?:;|$)/,
    maximumBytes: 64 * 1024,
    isSigned: () => true,
  };
}

/** The parts of a signature (Signature Version 4). */
const SIGNATURE = ['AWS4-', 'Credential=', 'SignedHeaders=', 'Signature='];

/** The Region of requests that are not signed. */
const DEFAULT_REGION = 'us-east-1';

const CREDENTIAL = /Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\//;

/** The maximum size of a request's body, in bytes. */
export function maximumBytesOf(service: Service): number {
  return PROTOCOLS[service].maximumBytes;
}

/** The operation that a request calls; undefined for a request that is not a complete call of the service. */
export function operationOf(
  service: Service,
  { method, headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
): string | undefined {
  const { target, contentType, isSigned } = PROTOCOLS[service];
  if (method !== 'POST' || !contentType.test(headers['content-type'] ?? '') || !isSigned(headers)) return undefined;
  return target.exec(String(headers['x-amz-target']))?.[1];
}

/** Parses a body that should be a JSON object; undefined for any other. */
export function parseBody(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Creates the call of a request. */
export function createCall(
  service: Service,
  operation: string,
  headers: IncomingHttpHeaders,
  request: JsonObject,
  callerOf: (accessKeyId: string | undefined) => Caller,
): StoreCall {
  const [, accessKeyId, region = DEFAULT_REGION] = CREDENTIAL.exec(headers.authorization ?? '') ?? [];
  const resources = resourcesOf(service, region, request);
  const traceId = traceRootOf(String(headers['x-amzn-trace-id']));
  return { service, operation, caller: callerOf(accessKeyId), region, traceId, resources, request };
}
