// Until when Lambda supports each runtime.

import type { LambdaFunction } from '../../schema/environment.generated';

/** The days on which a runtime loses support, as YYYY-MM-DD. */
export interface RuntimeSupport {
  /** No security patches from here on. */
  readonly deprecated: string;
  /** Lambda creates no function with it from here on. */
  readonly createBlocked: string;
  /** Lambda changes no function with it from here on. */
  readonly updateBlocked: string;
}

/** By runtime, the newest last (AWS Lambda Developer Guide, "Supported runtimes"; projected dates are AWS's own). */
export const RUNTIME_SUPPORT: Readonly<Record<LambdaFunction['runtime'], RuntimeSupport>> = {
  'nodejs22.x': { deprecated: '2027-04-30', createBlocked: '2027-06-01', updateBlocked: '2027-07-01' },
  'nodejs24.x': { deprecated: '2028-04-30', createBlocked: '2028-06-01', updateBlocked: '2028-07-01' },
};
