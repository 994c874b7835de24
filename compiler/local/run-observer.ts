// The events of a run: its requests with their checks and invocations, the calls to tables and queues, and the lines of functions.

import { randomBytes } from 'node:crypto';
import type { AnsweredCall } from './front/call';
import type { GatewayRequest, GatewayResponse } from './gateway/gateway-message';
import type { Route } from './gateway/routes';

/** A request as it arrives at the API. */
export interface ArrivedRequest {
  /** The root of its X-Ray trace, which the calls of functions contain. */
  readonly traceId: string;
  readonly requestId: string;
  readonly request: GatewayRequest;
}

/** A check of a request. */
export interface PerformedCheck {
  readonly name: string;
  readonly milliseconds: number;
  /** The reason of a refusal, as a noun phrase; with the mode `count`, of a request that is served. */
  readonly refusedBy?: string | undefined;
}

/** Receives the events of a run. Its methods return at once and do not throw. */
export interface RunObserver {
  arrived(request: ArrivedRequest): void;
  routed(traceId: string, route: Route): void;
  checked(traceId: string, check: PerformedCheck): void;
  /** A function receives the request. */
  invoked(traceId: string, functionName: string): void;
  /** A function has ended. It can end after the response, when the gateway has timed out. */
  returned(traceId: string, outcome: { readonly failure?: string | undefined }): void;
  responded(traceId: string, response: GatewayResponse): void;
  called(call: AnsweredCall): void;
  /** A function has written a line. Without a trace, it wrote it outside of a request. */
  logged(traceId: string | undefined, functionName: string, line: string): void;
}

/** The root of a trace in a header `X-Amzn-Trace-Id`, such as `Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0`. */
export function traceRootOf(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /(?:^|;)\s*Root=([^;\s]+)/.exec(header)?.[1];
}

/** Creates the root of a trace, such as `1-5759e988-bd862e3fe1be46a994272793` (AWS X-Ray, "Tracing header"). */
export function createTraceId(): string {
  return `1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`;
}
