// The responses that API Gateway generates itself, in the format of the function's problem details (RFC 9457).

import type { Api } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { reference } from '../graph/value';
import { API_NODE, apiPartName } from '../resolve/logical-names';
import { type LowerContext, resource } from './section';

interface GatewayProblem {
  /** The last part of the problem type's URN. */
  readonly reason: string;
  readonly title: string;
  readonly statusCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** By response type (Amazon API Gateway, "Gateway response types"); a response without a status keeps API Gateway's default. */
const PROBLEMS: Readonly<Record<string, GatewayProblem>> = {
  BAD_REQUEST_BODY: { reason: 'invalid-payment', title: 'The payment is invalid', statusCode: '400' },
  THROTTLED: {
    reason: 'throttled',
    title: 'The request rate is above the limit',
    statusCode: '429',
    headers: { 'Retry-After': '1' },
  },
  DEFAULT_4XX: { reason: 'refused', title: 'The request is rejected' },
  DEFAULT_5XX: { reason: 'internal-error', title: 'The request failed because of an internal error' },
};

/**
 * The headers that allow pages of the allowed origins to read a response (Fetch Standard, "CORS protocol").
 *
 * A gateway response cannot choose between origins: its headers are literals or copies of request values (Amazon API Gateway
 * Developer Guide, "Gateway responses"). With several origins, pages of any origin can therefore read these responses. They contain only
 * a status, a general message and a request id, and no response allows credentials.
 */
function corsHeaders({ cors }: Api): Readonly<Record<string, string>> {
  if (cors === undefined) return {};
  const [origin = '*', ...others] = cors.origins;
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': others.length === 0 ? origin : '*',
    'Access-Control-Expose-Headers': 'Retry-After',
  };
}

/** The gateway responses. Validation details are omitted because they may quote the body. */
export function lowerGatewayResponses({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  return Object.entries(PROBLEMS).map(([responseType, { reason, title, statusCode, headers = {} }]) =>
    resource(
      'aws:apigateway/response:Response',
      apiPartName(responseType.toLowerCase().replaceAll('_', '-')),
      originOf(['api']),
      {
        restApiId: reference(API_NODE, 'id'),
        responseType,
        statusCode,
        responseParameters: Object.fromEntries(
          Object.entries({
            'Content-Type': 'application/problem+json',
            'Cache-Control': 'no-store',
            ...corsHeaders(api),
            ...headers,
          }).map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]),
        ),
        responseTemplates: {
          'application/json':
            `{"error":"$context.error.message","type":"urn:payment-spec:problem:${reason}","title":"${title}",` +
            '"detail":"$context.error.message","requestId":"$context.requestId"}',
        },
      },
    ),
  );
}
