// Signs requests of tests as a user of IAM.

import { CALLER, type LocalIdentity } from '../../../../compiler/local/gateway/identities';
import { computeSignature } from '../../../../compiler/local/gateway/signature';

/** How a request is signed, where it differs from a valid GET request. */
export interface Signing {
  readonly identity?: LocalIdentity;
  readonly signedAt?: number;
  readonly region?: string;
  readonly service?: string;
  readonly search?: string;
  readonly signedHeaders?: readonly string[];
}

/** The headers of a signed GET request for a path. */
export function signGet(path: string, signing: Signing = {}): [string, string][] {
  const {
    identity = CALLER,
    signedAt = Date.now(),
    region = 'us-east-1',
    service = 'execute-api',
    search = '',
  } = signing;
  const { signedHeaders = ['host', 'x-amz-date'] } = signing;
  const time = new Date(signedAt).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = time.slice(0, 8);
  const headers: [string, string][] = [
    ['Host', '127.0.0.1'],
    ['X-Amz-Date', time],
  ];
  const scope = { date, region, service, signedHeaders };
  const request = { method: 'GET', path, search, headers, body: Buffer.from('') };
  const signature = computeSignature(request, scope, time, identity.secretAccessKey);
  const credential = `${identity.accessKeyId}/${date}/${region}/${service}/aws4_request`;
  const names = signedHeaders.join(';');
  const value = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return [...headers, ['Authorization', value]];
}
