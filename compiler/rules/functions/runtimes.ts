// The end of support of each Lambda runtime.

import type { LambdaFunction } from '../../../schema/environment.generated';

/** The days on which the support of a runtime ends, as YYYY-MM-DD. */
export interface RuntimeSupport {
  /** From this day there are no security patches. */
  readonly deprecated: string;
  /** From this day Lambda creates no functions with it. */
  readonly createBlocked: string;
  /** From this day Lambda updates no functions with it. */
  readonly updateBlocked: string;
}

/** By runtime, the newest last (AWS Lambda Developer Guide, "Supported runtimes"; projected dates are AWS's own). */
export const RUNTIME_SUPPORT: Readonly<Record<LambdaFunction['runtime'], RuntimeSupport>> = {
  'nodejs22.x': { deprecated: '2027-04-30', createBlocked: '2027-06-01', updateBlocked: '2027-07-01' },
  'nodejs24.x': { deprecated: '2028-04-30', createBlocked: '2028-06-01', updateBlocked: '2028-07-01' },
};
