// The end of support of each Lambda runtime.

import type { LambdaFunction } from '../../../../schema/environment.generated';

/** The days on which the support of a runtime ends, as YYYY-MM-DD. */
export interface RuntimeSupport {
  /** The day from which the runtime does not get security patches. */
  readonly deprecated: string;
  /** The day from which Lambda does not create functions with the runtime. */
  readonly createBlocked: string;
  /** The day from which Lambda does not update functions with the runtime. */
  readonly updateBlocked: string;
}

/** The days by runtime, the newest runtime last (AWS Lambda Developer Guide, "Supported runtimes"; projected dates are AWS's own). */
export const RUNTIME_SUPPORT: Readonly<Record<LambdaFunction['runtime'], RuntimeSupport>> = {
  'nodejs22.x': { deprecated: '2027-04-30', createBlocked: '2027-06-01', updateBlocked: '2027-07-01' },
  'nodejs24.x': { deprecated: '2028-04-30', createBlocked: '2028-06-01', updateBlocked: '2028-07-01' },
};
