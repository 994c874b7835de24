// What API Gateway answers by itself, in the form of the function's own problems (RFC 9457).

import type { Api } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { reference } from '../graph/value';
import { API_NODE, apiPartName } from '../resolve/logical-names';
import { type LowerContext, resource } from './section';

interface GatewayProblem {
  /** The last part of the problem's type. */
  readonly reason: string;
  readonly title: string;
  readonly statusCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** By response type (Amazon API Gateway, "Gateway response types"); those without a status keep API Gateway's. */
const PROBLEMS: Readonly<Record<string, GatewayProblem>> = {
  BAD_REQUEST_BODY: { reason: 'invalid-payment', title: 'The payment has faults', statusCode: '400' },
  THROTTLED: {
    reason: 'throttled',
    title: 'There are too many requests',
    statusCode: '429',
    headers: { 'Retry-After': '1' },
  },
  DEFAULT_4XX: { reason: 'refused', title: 'The request is refused' },
  DEFAULT_5XX: { reason: 'internal-error', title: 'The request failed inside' },
};

/**
 * The headers that let pages of the allowed origins read an answer (Fetch Standard, "CORS protocol").
 *
 * A gateway response cannot choose among origins: its headers are literals or copies of what the request says (Amazon API Gateway
 * Developer Guide, "Gateway responses"). With several origins every page may therefore read these answers. They hold a status, a
 * general message and a request id, and neither they nor the function's answers allow credentials.
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

/** The answers of API Gateway's own. What they say beyond it, such as why a body is invalid, is left out: it may quote the body. */
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
