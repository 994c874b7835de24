// Renders a recorded request for the page.

import { renderCurl, signingOptions, tokenOptions } from '../curl';
import type { RequestDetail } from './api';
import type { CausedDelivery } from './caused-api';
import { repeatableHeaders } from './console-client';
import type { RecordedRequest } from './recorded-request';

/** Headers whose values are credentials. Their values are not shown. */
const SECRET = /^(authorization|x-amz-security-token|x-api-key|cookie)$/i;

/** Headers that curl sends by itself. */
const OF_CURL = /^(user-agent|accept)$/i;

/** Renders a request. `now` is the present on the clock of the record. */
export function describeRequest(
  record: RecordedRequest,
  of: { url: string; region: string; now: number; caused: readonly CausedDelivery[] },
): RequestDetail {
  const { row, request, requestBody, response, checks, invocation, calls, lines, repeatedBy, begun } = record;
  return {
    ...row,
    requestHeaders: request.headers.map(([name, value]) => [name, SECRET.test(name) ? hide(value) : value] as const),
    requestBody,
    responseHeaders: response?.headers ?? [],
    responseBody: response?.body ?? { text: '', bytes: 0, isCut: false },
    checks,
    invocation:
      invocation === undefined
        ? null
        : { ...invocation, milliseconds: invocation.milliseconds ?? of.now - begun - invocation.begin },
    storeCalls: calls,
    lines,
    repeatedBy,
    caused: of.caused,
    curl: curlOf(record, of),
    replayProblem: requestBody.isCut ? `The body of ${requestBody.bytes} bytes is stored only in part.` : null,
  };
}

/** Whether a header has the form of a JSON Web Token, whose copy in a command would expire. */
function isToken(authorization: string): boolean {
  return /^(Bearer )?eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(authorization);
}

function hide(value: string): string {
  const [scheme = ''] = value.split(' ');
  return value.includes(' ') ? `${scheme} …` : '…';
}

function curlOf({ request, requestBody }: RecordedRequest, { url, region }: { url: string; region: string }): string {
  const [, authorization = ''] = request.headers.find(([name]) => /^authorization$/i.test(name)) ?? [];
  const headers = repeatableHeaders(request.headers).filter(([name]) => !OF_CURL.test(name));
  const body = requestBody.text === '' ? undefined : requestBody.text;
  return renderCurl(
    { method: request.method, url: url + request.target, headers, body },
    authorization.startsWith('AWS4-') ? signingOptions(region) : isToken(authorization) ? tokenOptions(url) : [],
  );
}
