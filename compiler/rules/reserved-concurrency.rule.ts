// What functions reserve, the account has, and Lambda's share of it is left.

import { diagnose } from '../diagnostics/diagnostic';
import { UNRESERVED_CONCURRENCY } from './quotas';
import type { Rule } from './rule';

/** ENV3022: reservations beyond the account's concurrency less the 100 instances that Lambda keeps unreserved. */
export const reservedConcurrencyRule: Rule = ({ environment: { functions, quotas }, at, otherSide }) => {
  const reservations = Object.entries(functions)
    .flatMap(([name, { reservedConcurrency: instances }]) => (instances === undefined ? [] : [{ name, instances }]))
    .sort((a, b) => b.instances - a.instances);
  const [largest, ...others] = reservations;
  const reserved = reservations.reduce((sum, { instances }) => sum + instances, 0);
  const quota = quotas.lambda.concurrentExecutions;
  const available = quota - UNRESERVED_CONCURRENCY;
  if (largest === undefined || reserved <= available) return [];
  const place = (name: string) => at(['functions', name, 'reservedConcurrency']);
  const quotaPath = ['quotas', 'lambda', 'concurrentExecutions'];
  return [
    diagnose(
      'reservations-beyond-account',
      place(largest.name),
      { names: reservations.map(({ name }) => name), reserved, available: Math.max(0, available), quota },
      {
        help:
          available > 0
            ? `reserve ${available} in all at most; or have the quota raised, and write it down as ${quotaPath.join('.')}`
            : `reserve nothing; or have the quota raised, and write it down as ${quotaPath.join('.')}`,
        related: [
          ...others.map(({ name, instances }) => ({ message: `${name} reserves ${instances}`, span: place(name) })),
          ...otherSide("the account's quota", quotaPath),
        ],
      },
    ),
  ];
};
