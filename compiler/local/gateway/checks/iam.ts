// IAM authorization: requests signed with Signature Version 4 by a caller with execute-api:Invoke.

import { timingSafeEqual } from 'node:crypto';
import { valuesOf } from '../event-headers';
import type { ResponseType } from '../gateway-responses';
import { findIdentity, type LocalIdentity } from '../identities';
import type { Route } from '../routes';
import { computeSignature, readSignature } from '../signature';
import { type Check, type RoutedRequest, refuseBy } from './check';
import { methodArnOf } from './method-arn';

/** The service of API Gateway's requests in a signature. */
const SERVICE = 'execute-api';

/** The allowed difference between the time of a signature and the current time, in milliseconds (IAM User Guide, "Elements of an AWS API request signature"). */
const MAXIMUM_SKEW_MILLISECONDS = 5 * 60 * 1000;

/** A request that is not authorized. */
interface Problem {
  readonly type: ResponseType;
  readonly reason: string;
  readonly message?: string;
}

/**
 * Creates the check of a route; undefined unless its authorization is AWS_IAM.
 * @param now milliseconds since 1970 on the machine's clock, which clients also use
 */
export function checkIam(route: Route, region: string, now: () => number): Check | undefined {
  if (route.authorization !== 'AWS_IAM') return undefined;
  return (request, caller) => {
    const found = authenticate(request, region, now());
    const problem = 'identity' in found ? authorize(found.identity, request, region) : found;
    if (problem !== undefined) {
      const { method, resourcePath } = route;
      return refuseBy(problem.type, `authorization of ${method} ${resourcePath}: ${problem.reason}`, problem.message);
    }
    return 'identity' in found
      ? { caller: { ...caller, identity: { ...caller.identity, ...eventIdentity(found.identity) } } }
      : { caller };
  };
}

/** Finds the caller by the signature. */
function authenticate(request: RoutedRequest, region: string, now: number): { identity: LocalIdentity } | Problem {
  const [authorization] = valuesOf(request.headers, 'authorization');
  if (authorization === undefined) return { type: 'MISSING_AUTHENTICATION_TOKEN', reason: 'not signed' };
  const parts = readSignature(authorization);
  const [time] = valuesOf(request.headers, 'x-amz-date');
  if (parts === undefined || time === undefined || !parts.signedHeaders.includes('host'))
    return invalid(
      'an incomplete signature',
      'Authorization header is not a complete signature of Signature Version 4.',
    );
  if (parts.region !== region || parts.service !== SERVICE || !time.startsWith(parts.date))
    return invalid('a signature for another scope', `Credential should be scoped to ${region} and ${SERVICE}.`);
  const identity = findIdentity(parts.accessKeyId);
  if (identity === undefined)
    return invalid('an unknown access key', 'The security token included in the request is invalid.');
  const signedAt = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  if (!(Math.abs(now - signedAt) <= MAXIMUM_SKEW_MILLISECONDS))
    return invalid('an expired signature', `Signature expired: ${time} is more than 5 minutes from the present time.`);
  const [path = '', search = ''] = request.target.split(/\?(.*)/s);
  const computed = computeSignature({ ...request, path, search }, parts, time, identity.secretAccessKey);
  return timingSafeEqual(Buffer.from(computed), Buffer.from(parts.signature))
    ? { identity }
    : invalid('a wrong signature');
}

function authorize(identity: LocalIdentity, request: RoutedRequest, region: string): Problem | undefined {
  if (identity.isAllowed) return undefined;
  return {
    type: 'ACCESS_DENIED',
    reason: `${identity.userName} is not allowed to call it`,
    message: `User: ${identity.arn} is not authorized to perform: execute-api:Invoke on resource: ${methodArnOf(request, region)}`,
  };
}

function invalid(reason: string, message?: string): Problem {
  return { type: 'INVALID_SIGNATURE', reason, ...(message === undefined ? {} : { message }) };
}

function eventIdentity({ accountId, accessKeyId, userId, arn }: LocalIdentity) {
  return { accountId, accessKey: accessKeyId, caller: userId, user: userId, userArn: arn };
}
