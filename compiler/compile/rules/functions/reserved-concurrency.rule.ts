// Checks that reservations do not exceed the account's quota minus the minimum that must stay unreserved.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { UNRESERVED_CONCURRENCY } from '../../../model/lambda-concurrency';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'reservations-beyond-account': {
    code: 'ENV3022',
    severity: 'error',
    summary: 'Functions reserve more concurrency than the account allows.',
    explanation: [
      'Lambda keeps 100 concurrent executions for functions without a reservation, and rejects a reservation that leaves fewer (AWS Lambda Developer Guide, "Configuring reserved concurrency").',
      'Other stacks in the account and Region reserve from the same quota, which the compiler cannot check.',
    ],
    message: (p: { names: readonly string[]; reserved: number; available: number; quota: number }) =>
      `${p.names.join(' and ')} ${p.names.length === 1 ? 'reserves' : 'reserve'} ${p.reserved} concurrent executions; of the quota of ${p.quota}, ${p.available} can be reserved`,
  },
});

/** ENV3022: reservations above the account's concurrency less the 100 concurrent executions that Lambda keeps unreserved. */
export const reservedConcurrencyRule: Rule = {
  diagnose,
  *check({ environment: { functions, quotas }, at, otherSide }) {
    const reservations = Object.entries(functions)
      .flatMap(([name, { reservedConcurrency: instances }]) => (instances === undefined ? [] : [{ name, instances }]))
      .sort((a, b) => b.instances - a.instances);
    const [largest, ...others] = reservations;
    const reserved = reservations.reduce((sum, { instances }) => sum + instances, 0);
    const quota = quotas.lambda.concurrentExecutions;
    const available = Math.max(0, quota - UNRESERVED_CONCURRENCY);
    if (largest === undefined || reserved <= available) return;
    const place = (name: string) => at(['functions', name, 'reservedConcurrency']);
    const quotaPath = specPath('quotas', 'lambda', 'concurrentExecutions');
    const advice = available > 0 ? `reserve at most ${available} in total` : 'remove the reservations';
    yield diagnose(
      'reservations-beyond-account',
      place(largest.name),
      { names: reservations.map(({ name }) => name), reserved, available, quota },
      {
        help: `${advice}; or request a quota increase and set ${quotaPath.join('.')}`,
        related: [
          ...others.map(({ name, instances }) => ({ message: `"${name}" reserves ${instances}`, span: place(name) })),
          ...otherSide("the account's quota", quotaPath),
        ],
      },
    );
  },
};
