// The responses that API Gateway generates itself, in the format of the function's problem details (RFC 9457).

import type { ResponseHeader } from '../../../contract/headers';
import { GATEWAY_REASONS, PROBLEM_MEDIA_TYPE, PROBLEM_TYPE, REASONS, type Reason } from '../../../contract/problems';
import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName } from '../../graph/handles';
import { type LowerContext, resource } from './section';

interface GatewayProblem {
  readonly reason: Reason | keyof typeof GATEWAY_REASONS;
  /** Whether the response has the status of its reason instead of the status that API Gateway chooses. */
  readonly hasStatus?: true;
  readonly headers?: Readonly<Partial<Record<ResponseHeader, string>>>;
}

/** The problems by response type (Amazon API Gateway, "Gateway response types"); the titles and statuses are those of the handler. */
const PROBLEMS: Readonly<Record<string, GatewayProblem>> = {
  BAD_REQUEST_BODY: { reason: 'invalid-payment', hasStatus: true },
  THROTTLED: { reason: 'throttled', hasStatus: true, headers: { 'Retry-After': '1' } },
  DEFAULT_4XX: { reason: 'refused' },
  DEFAULT_5XX: { reason: 'internal-error' },
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
  return Object.entries(PROBLEMS).map(([responseType, { reason, hasStatus, headers = {} }]) => {
    const [status, title] = { ...REASONS, ...GATEWAY_REASONS }[reason];
    return resource(
      handle('aws:apigateway/response:Response', apiPartName(responseType.toLowerCase().replaceAll('_', '-'))),
      originOf(['api']),
      {
        restApiId: API.ref('id'),
        responseType,
        statusCode: hasStatus ? String(status) : undefined,
        responseParameters: Object.fromEntries(
          Object.entries({
            'Content-Type': PROBLEM_MEDIA_TYPE,
            'Cache-Control': 'no-store',
            ...corsHeaders(api),
            ...headers,
          }).map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]),
        ),
        responseTemplates: {
          'application/json':
            `{"error":"$context.error.message","type":"${PROBLEM_TYPE}${reason}","title":"${title}",` +
            '"detail":"$context.error.message","requestId":"$context.requestId"}',
        },
      },
    );
  });
}
