// One recorded request: its steps and texts, in bounded memory.

import type { AnsweredCall } from '../front/call';
import type { GatewayRequest, GatewayResponse } from '../gateway/gateway-message';
import type { ArrivedRequest } from '../run-observer';
import type { CallStep, CheckStep, CutText, InvocationStep, RequestRow } from './api';

/** Maximum sizes of stored texts, in bytes. */
const MOST = { body: 64 * 1024, callRequest: 4 * 1024, line: 4 * 1024 } as const;

/** Maximum numbers of calls and lines of one request. */
const MOST_STEPS = 200;

/** A row of the list of requests. Its number and the request that it repeats are set last. */
export type Row = { -readonly [Key in keyof RequestRow]: RequestRow[Key] };

/** The calls and log lines of an invocation. They begin at milliseconds of `performance.now()` after `begun`. */
export interface RecordedSteps {
  readonly begun: number;
  readonly calls: CallStep[];
  readonly lines: { at: number; text: string }[];
}

/** A recorded request. */
export interface RecordedRequest extends RecordedSteps {
  readonly row: Row;
  /** The root of its trace. */
  readonly traceId: string;
  readonly request: GatewayRequest;
  readonly requestBody: CutText;
  response: { readonly headers: GatewayResponse['headers']; readonly body: CutText } | undefined;
  readonly checks: CheckStep[];
  invocation: (Omit<InvocationStep, 'milliseconds'> & { milliseconds: number | undefined }) | undefined;
  readonly repeatedBy: string[];
}

/** Begins the record of a request. */
export function beginRecord(
  { requestId, traceId, request }: ArrivedRequest,
  at: number,
  begun: number,
): RecordedRequest {
  const body = cut(request.body ?? '', MOST.body);
  return {
    row: {
      number: -1,
      id: requestId,
      at,
      method: request.method,
      target: request.target,
      route: null,
      status: 0,
      milliseconds: 0,
      calls: 0,
      refusedBy: null,
      repeats: null,
    },
    traceId,
    begun,
    // A body that is stored only in part is not sent again.
    request: body.isCut ? { ...request, body: undefined } : request,
    requestBody: body,
    response: undefined,
    checks: [],
    invocation: undefined,
    calls: [],
    lines: [],
    repeatedBy: [],
  };
}

/** Adds the response. */
export function endRecord(record: RecordedRequest, { statusCode, headers, body }: GatewayResponse, now: number): void {
  record.row.status = statusCode;
  record.row.milliseconds = now - record.begun;
  record.response = { headers, body: cut(body, MOST.body) };
}

/** Adds a call that has just been answered. */
export function addCall(record: RecordedSteps, call: AnsweredCall, now: number): void {
  if (record.calls.length >= MOST_STEPS) return;
  const { service, operation, resources, request, answer, milliseconds } = call;
  record.calls.push({
    begin: now - milliseconds - record.begun,
    milliseconds,
    service,
    operation,
    resources: resources.map(shortName),
    status: answer.statusCode,
    error:
      answer.statusCode === 200
        ? null
        : (String(answer.body.__type ?? 'error')
            .split('#')
            .at(-1) ?? null),
    refusedBy: answer.refusedBy ?? null,
    units: answer.consumed ?? null,
    request: cut(JSON.stringify(request), MOST.callRequest),
  });
}

/** Adds a line of the log. */
export function addLine(record: RecordedSteps, text: string, now: number): void {
  if (record.lines.length < MOST_STEPS) record.lines.push({ at: now - record.begun, text: cut(text, MOST.line).text });
}

/** The approximate size of the texts of a record, in bytes. */
export function sizeOf({ requestBody, response, calls, lines }: RecordedRequest): number {
  const texts = [requestBody, response?.body, ...calls.map(({ request }) => request), ...lines];
  return texts.reduce((sum, one) => sum + (one?.text.length ?? 0), 0);
}

/** The name of a table, an index or a queue in its ARN, such as `payments/index/by-status`. */
export function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1).replace(/^table\//, '');
}

/** Cuts a text after a number of bytes. */
export function cut(text: string | Buffer, bytes: number): CutText {
  const size = typeof text === 'string' ? Buffer.byteLength(text) : text.length;
  if (size <= bytes) return { text: text.toString(), bytes: size, isCut: false };
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  return { text: buffer.subarray(0, bytes).toString('utf8'), bytes: size, isCut: true };
}
