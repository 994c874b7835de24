// Reports the requests that a run has refused: as JSON over HTTP, and as text when the run ends.

import type { GatewayRequest, GatewayResponse } from './gateway/gateway-message';
import type { LimitsMode } from './limits-mode';
import type { RefusalCount } from './refusals';
import type { RunLimits } from './run-limits';

/** Path of the report, next to the stages of the API. */
export const LIMITS_PATH = '/limits';

/** Answers a request for the report; undefined for all other requests. */
export function serveLimits(
  { method, target }: Pick<GatewayRequest, 'method' | 'target'>,
  { mode, refusals }: RunLimits,
): GatewayResponse | undefined {
  if (method !== 'GET' || target.split('?')[0] !== LIMITS_PATH) return undefined;
  return {
    statusCode: 200,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'no-store'],
    ],
    body: JSON.stringify({ schemaVersion: 1, mode, refusals: refusals.counts() }, undefined, 2),
  };
}

/** Renders the report; no lines if nothing was refused. */
export function renderRefusals(refusals: readonly RefusalCount[], mode: LimitsMode): string[] {
  if (refusals.length === 0) return [];
  const width = String(refusals[0]?.requests).length;
  return [
    mode === 'count' ? 'Requests that --limits enforce would have refused:' : 'Refused requests:',
    ...refusals.map(
      ({ requests, statusCode, by }) => `  ${String(requests).padStart(width)} with ${statusCode} by ${by}`,
    ),
  ];
}
