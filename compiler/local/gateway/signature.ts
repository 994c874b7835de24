// Signature Version 4 (AWS Identity and Access Management User Guide, "AWS Signature Version 4 for API requests").

import { createHash, createHmac } from 'node:crypto';
import { type HeaderList, valuesOf } from './event-headers';

/** The parts of a request that its signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** The path as it was sent, percent-encoded. */
  readonly path: string;
  /** The query as it was sent, percent-encoded. */
  readonly search: string;
  readonly headers: HeaderList;
  readonly body: Buffer;
}

/** The parts of an Authorization header. */
export interface SignatureParts {
  readonly accessKeyId: string;
  /** As `20150830`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** The names of the signed headers, in lower case. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

const HEADER =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

/** Reads an Authorization header; undefined if it is not a complete signature. */
export function readSignature(header: string): SignatureParts | undefined {
  const [, accessKeyId, date, region, service, signed, signature] = HEADER.exec(header.trim()) ?? [];
  if (!accessKeyId || !date || !region || !service || !signed || !signature) return undefined;
  return { accessKeyId, date, region, service, signedHeaders: signed.split(';'), signature };
}

/** Computes the signature of a request. `time` is the value of X-Amz-Date, such as `20150830T123600Z`. */
export function computeSignature(
  request: SignedRequest,
  { date, region, service, signedHeaders }: Omit<SignatureParts, 'signature' | 'accessKeyId'>,
  time: string,
  secretAccessKey: string,
): string {
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = [ALGORITHM, time, scope, sha256(canonicalRequest(request, signedHeaders))].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (parent, part) => createHmac('sha256', parent).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

function canonicalRequest({ method, path, search, headers, body }: SignedRequest, names: readonly string[]): string {
  const signed = names.map((name) => `${name}:${valuesOf(headers, name).map(trimAll).join(',')}\n`);
  // The path is encoded once more, as for all services except Amazon S3.
  return [method, encode(path, '/'), canonicalQuery(search), signed.join(''), names.join(';'), sha256(body)].join('\n');
}

function canonicalQuery(search: string): string {
  const pairs = search.split('&').flatMap((pair): [string, string][] => {
    if (pair === '') return [];
    const [name = '', ...value] = pair.split('=');
    return [[encode(decode(name)), encode(decode(value.join('=')))]];
  });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return pairs
    .sort(([a, one], [b, other]) => order(a, b) || order(one, other))
    .map((pair) => pair.join('='))
    .join('&');
}

const trimAll = (value: string) => value.trim().replace(/ +/g, ' ');

/** Percent-encodes all characters except the unreserved ones of RFC 3986 and those of `kept`. */
function encode(text: string, kept = ''): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9_.~-]/.test(character) || kept.includes(character)) return character;
      return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
