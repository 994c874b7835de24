// Checks that production tables are protected against deletion and can be restored.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { isProduction } from '../common/production';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unprotected-data': {
    code: 'ENV3045',
    severity: 'warning',
    summary: 'A production table can be deleted by mistake, or cannot be restored.',
    explanation: [
      'A table with deletion protection cannot be deleted until the protection is disabled (Amazon DynamoDB Developer Guide, "Using deletion protection").',
      'A table with point-in-time recovery can be restored to any second of the last 35 days.',
      'If an environment is temporary, such as one for a pull request, waive the finding with that reason.',
    ],
    message: (p: { name: string; protection: 'deletionProtection' | 'pointInTimeRecovery'; environment: string }) =>
      p.protection === 'deletionProtection'
        ? `table "${p.name}" of ${p.environment} has no deletion protection`
        : `table "${p.name}" of ${p.environment} has no point-in-time recovery`,
  },
});

const PROTECTIONS = ['deletionProtection', 'pointInTimeRecovery'] as const;

/** ENV3045: a production table without deletion protection or point-in-time recovery. */
export const dataProtectionRule: Rule = {
  diagnose,
  *check({ environment: spec, at, otherSide }) {
    if (!isProduction(spec)) return;
    const { environment } = spec;
    const related = otherSide('the environment', ['environment']);
    for (const [name, table] of Object.entries(spec.tables)) {
      for (const protection of PROTECTIONS) {
        if (table[protection]) continue;
        const place = at(['tables', name, protection]);
        const help = `set ${protection} to true`;
        yield diagnose('unprotected-data', place, { name, protection, environment }, { help, related });
      }
    }
  },
};
