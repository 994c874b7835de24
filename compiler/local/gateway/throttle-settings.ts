// Reads a throttle from the inputs of resources.

import type { Throttle } from '../../model/token-bucket';

/** The throttle of two limits. API Gateway throttles only if both are set; -1 turns a limit off. */
export function throttleOf(rate: number | undefined, burst: number | undefined): Throttle | undefined {
  return rate === undefined || burst === undefined || rate < 0 || burst < 0 ? undefined : { rate, burst };
}
