// Restores the default lifetime of cached responses.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { reviseKind } from './revise';

/** The default lifetime of a cached response, in seconds (Amazon API Gateway Developer Guide, "Cache settings for REST APIs"). */
const CACHE_TTL_SECONDS = 300;

/**
 * Sets the lifetime of cached responses to its default if the graph does not set it and the deployed API has another value, because
 * the provider ignores an absent lifetime.
 */
export function restoreCacheLifetime(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:apigateway/methodSettings:MethodSettings', ({ inputs }, outputs) => {
    const { settings } = inputs;
    const { cacheTtlInSeconds = CACHE_TTL_SECONDS } = (outputs.settings ?? {}) as { cacheTtlInSeconds?: number };
    if (settings.cacheTtlInSeconds !== undefined || cacheTtlInSeconds === CACHE_TTL_SECONDS) return {};
    return { inputs: { settings: { ...settings, cacheTtlInSeconds: CACHE_TTL_SECONDS } } };
  });
}
