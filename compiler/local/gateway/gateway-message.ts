// HTTP requests to the local API, and its responses.

/** A request as the client sent it. */
export interface GatewayRequest {
  readonly method: string;
  /** Path and query of the request line, percent-encoded. */
  readonly target: string;
  /** For example `HTTP/1.1`. */
  readonly protocol: string;
  /** Headers in their original case and order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Undefined if it is larger than API Gateway allows. */
  readonly body: Buffer | undefined;
  readonly sourceIp: string;
  /** The VPC endpoint that a caller of a private API uses; absent: none. */
  readonly vpcEndpoint?: string;
  readonly port: number;
}

/** The response to a request. */
export interface GatewayResponse {
  readonly statusCode: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Buffer;
}

/** Creates a response of API Gateway itself, with its error type in the header that AWS clients read. */
export function refuse(statusCode: number, errorType: string, message: string): GatewayResponse {
  return {
    statusCode,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', errorType],
    ],
    body: JSON.stringify({ message }),
  };
}
