// Checks that a request passes before API Gateway calls the function.

import type { APIGatewayEventIdentity } from 'aws-lambda';
import type { GatewayRequest } from '../gateway-message';
import type { ResponseType } from '../gateway-responses';
import type { RouteMatch } from '../routes';

/** A request with its route. */
export interface RoutedRequest extends RouteMatch, GatewayRequest {
  readonly body: Buffer;
  readonly query: URLSearchParams;
}

/** The caller of a request, as far as the checks have identified it. */
export interface Caller {
  /** Members of the event's `requestContext.identity`. */
  readonly identity?: Partial<APIGatewayEventIdentity>;
  /** The event's `requestContext.authorizer`. */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /** The usage plan and the API key, by the names of their nodes, on methods that require a key. */
  readonly client?: { readonly plan: string; readonly key: string };
}

/** A request that a check refuses. */
export interface Refusal {
  readonly type: ResponseType;
  /** Replaces the default message of the type. */
  readonly message?: string;
  /** The reason, as a noun phrase, such as `the throttle of POST /payments (1 request/s, burst 1)`. */
  readonly by: string;
}

/** The result of a check: a refusal, or the caller as far as this check has identified it. */
export type Verdict =
  | { readonly refusal: Refusal }
  | {
      readonly caller: Caller;
      /** With the mode `count`: a refusal that was only counted. */
      readonly counted?: Refusal;
    };

/** Checks a request of a caller. */
export type Check = (request: RoutedRequest, caller: Caller) => Verdict | Promise<Verdict>;

/** A check with its name for displays, as a noun phrase. */
export interface NamedCheck {
  readonly name: string;
  readonly check: Check;
}

/** The verdict of a check that refuses a request. */
export function refuseBy(type: ResponseType, by: string, message?: string): Verdict {
  return { refusal: { type, by, ...(message === undefined ? {} : { message }) } };
}
