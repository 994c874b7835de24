// Distinguishes production environments from others.

import type { Environment } from '../../../../schema/environment.generated';

/** Whether an environment is production: its name begins with "prod". */
export function isProduction({ environment }: Environment): boolean {
  return /^prod/i.test(environment);
}
