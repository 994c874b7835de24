// The events and responses of API Gateway (a REST API's Lambda proxy integration), as far as the handler uses them.

import { RequestError } from './errors';

type Values = Readonly<Record<string, string | undefined>>;
type MultipleValues = Readonly<Record<string, readonly string[] | undefined>>;

/** A request; a direct invocation may omit anything. */
export interface ApiEvent {
  readonly httpMethod?: string;
  readonly resource?: string;
  readonly path?: string;
  readonly headers?: Values | null;
  readonly multiValueHeaders?: MultipleValues | null;
  readonly pathParameters?: Values | null;
  readonly queryStringParameters?: Values | null;
  readonly multiValueQueryStringParameters?: MultipleValues | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: {
    readonly requestId?: string;
    readonly path?: string;
    readonly identity?: { readonly caller?: string | null; readonly apiKeyId?: string | null };
    readonly authorizer?: Readonly<Record<string, unknown>> | null;
  };
}

/** A response. */
export interface ApiResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The value of a header, regardless of the case of its name. Throws RequestError 400 if it has several different values. */
export function headerOf(event: ApiEvent, name: string): string | undefined {
  const values = new Set(headerValuesOf(event, name));
  if (values.size > 1) {
    throw new RequestError('malformed-request', `Header must be given once: ${name}`, {
      faults: [{ header: name, detail: 'must be given once' }],
    });
  }
  return [...values][0];
}

/** The values of a header that may be repeated, regardless of the case of its name. */
export function headerValuesOf(event: ApiEvent, name: string): string[] {
  const lists = valuesOf(event.multiValueHeaders, name).flatMap(([, list]) => list ?? []);
  return lists.length > 0 ? lists : valuesOf(event.headers, name).flatMap(([, value]) => value ?? []);
}

/** The principal that the gateway authenticated; undefined if the route is public. */
export function callerOf({ requestContext }: ApiEvent): string | undefined {
  const { identity, authorizer } = requestContext ?? {};
  // For an assumed role, `caller` is `<role id>:<session name>`, and the session name varies.
  if (identity?.caller) return identity.caller.split(':')[0];
  const claims = authorizer?.claims as Readonly<Record<string, unknown>> | undefined;
  const principal = claims?.sub ?? authorizer?.principalId ?? identity?.apiKeyId;
  return typeof principal === 'string' ? principal : undefined;
}

function valuesOf<T>(values: Readonly<Record<string, T>> | null | undefined, name: string): [string, T][] {
  return Object.entries(values ?? {}).filter(([other]) => other.toLowerCase() === name.toLowerCase());
}
