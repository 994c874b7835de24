// Which environments real payments run in.

import type { Environment } from '../../schema/environment.generated';

/** Whether an environment is for real payments, by the beginning of its name. */
export function isProduction({ environment }: Environment): boolean {
  return /^prod/i.test(environment);
}
