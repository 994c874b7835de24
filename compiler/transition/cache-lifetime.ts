// Returns the lifetime of cached responses to its default.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { reviseKind } from './revise';

/** Seconds that a cached response lives unless a stage says otherwise (Amazon API Gateway Developer Guide, "Cache settings for REST APIs"). */
const CACHE_TTL_SECONDS = 300;

/**
 * Sets the lifetime of cached responses to its default where the deployed API has another one and the graph has none: to the
 * provider, an absent lifetime is no change.
 */
export function restoreCacheLifetime(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:apigateway/methodSettings:MethodSettings', ({ inputs }, outputs) => {
    const { settings } = inputs;
    const { cacheTtlInSeconds = CACHE_TTL_SECONDS } = (outputs.settings ?? {}) as { cacheTtlInSeconds?: number };
    if (settings.cacheTtlInSeconds !== undefined || cacheTtlInSeconds === CACHE_TTL_SECONDS) return {};
    return { inputs: { settings: { ...settings, cacheTtlInSeconds: CACHE_TTL_SECONDS } } };
  });
}
