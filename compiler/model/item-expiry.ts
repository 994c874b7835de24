// When DynamoDB deletes items with a time to live (Amazon DynamoDB Developer Guide, "Using time to live (TTL) in DynamoDB").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';

/** DynamoDB keeps items that expired more than five years ago (ibid., "Understanding TTL"). */
const OLDEST_SECONDS = 5 * 365 * 86_400;

/** The times of expiry whose items are deleted at a time. All times are in whole seconds since 1970. */
export function deletedExpiries(
  now: number,
  { expiredItemSeconds }: Pick<Assumptions, 'expiredItemSeconds'> = DEFAULT_ASSUMPTIONS,
): { readonly from: number; readonly to: number } {
  return { from: Math.floor(now - OLDEST_SECONDS), to: Math.floor(now - expiredItemSeconds) };
}
