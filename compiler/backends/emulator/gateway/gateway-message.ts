// What goes in and out of the gateway, as HTTP has it.

/** A request as it came in. */
export interface GatewayRequest {
  readonly method: string;
  /** Path and query as the request line has them, percent-encoded. */
  readonly target: string;
  /** For example `HTTP/1.1`. */
  readonly protocol: string;
  /** Names as they were sent, in the order in which they were. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Undefined where it is larger than API Gateway takes. */
  readonly body: Buffer | undefined;
  readonly sourceIp: string;
  readonly port: number;
}

/** The answer to a request. */
export interface GatewayResponse {
  readonly statusCode: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Buffer;
}

/** An answer of API Gateway's own, with the name of its error as clients of AWS read it. */
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
