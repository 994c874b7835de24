// Compares a number of parts with its quota.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { grouped } from '../../../diagnostics/words';
import { formatPath, type PathStep } from '../../../source/spec-node';
import type { RuleContext } from '../rule';

/** Creates ENV3200. */
export const diagnose = defineDiagnostics({
  'count-beyond-quota': {
    code: 'ENV3200',
    severity: 'error',
    summary: 'A spec has more parts of one kind than the quota allows.',
    explanation: [
      'AWS rejects a resource above the quota in the middle of a deployment.',
      'The defaults: 300 path resources of an API, 300 usage plans and 10,000 API keys (Amazon API Gateway quotas for REST APIs); 2,500 tables, 20 indexes of a table and 100 non-key attributes in all of them (Quotas in Amazon DynamoDB); 1,000 roles (IAM and AWS STS quotas); 500 widgets of a dashboard (CloudWatch service quotas); 100 alarms in a composite alarm (CloudWatch API Reference, PutCompositeAlarm); 500 tables in a backup selection (AWS Backup Developer Guide, "Backup plan resource assignments quotas").',
      'For quotas that AWS raises on request, `quotas` has a field for the granted value.',
      'Other stacks of the account use the same quotas, which the compiler cannot check.',
    ],
    message: (p: { owner: string; found: number; what: string; most: number }) =>
      `${p.owner} has ${grouped(p.found)} ${p.what}; the quota is ${grouped(p.most)}`,
  },
});

/** A number of parts and its quota. */
export interface Count {
  readonly path: readonly PathStep[];
  readonly owner: string;
  readonly found: number;
  readonly most: number;
  /** The plural of the parts for a message. */
  readonly what: string;
  /** The field of the spec with the quota; absent if AWS does not raise it. */
  readonly field?: readonly PathStep[];
  /** Another fix for a count that is too high. */
  readonly help?: string;
}

/** ENV3200: more parts than the quota. */
export function checkCount({ at, otherSide }: RuleContext, { path, field, help, ...parameters }: Count): Diagnostic[] {
  const excess = parameters.found - parameters.most;
  if (excess <= 0) return [];
  const remedy =
    field === undefined
      ? (help ?? `remove ${excess} of them; AWS does not raise this quota`)
      : `remove ${excess} of them, or have AWS raise the quota and set ${formatPath(field)}`;
  const related = field === undefined ? [] : otherSide('the quota is set here', field);
  return [diagnose('count-beyond-quota', at(path, 'key'), parameters, { help: remedy, related })];
}
