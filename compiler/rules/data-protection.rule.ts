// Production does not lose its tables by mistake.

import { diagnose } from '../diagnostics/diagnostic';
import { isProduction } from './production';
import type { Rule } from './rule';

const PROTECTIONS = ['deletionProtection', 'pointInTimeRecovery'] as const;

/** ENV3045: a table of production that can be deleted by mistake, or not be restored. */
export const dataProtectionRule: Rule = ({ environment: spec, at, otherSide }) => {
  if (!isProduction(spec)) return [];
  return Object.entries(spec.tables).flatMap(([name, table]) =>
    PROTECTIONS.filter((protection) => !table[protection]).map((protection) =>
      diagnose(
        'unprotected-data',
        at(['tables', name, protection]),
        { name, protection, environment: spec.environment },
        { help: `${protection}: true`, related: otherSide('the environment', ['environment']) },
      ),
    ),
  );
};
