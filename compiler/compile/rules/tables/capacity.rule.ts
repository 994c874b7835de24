// Checks that the capacity fits the billing mode, and that its minimum, initial units and maximum are in order.

import type { CapacityUnits } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Span } from '../../../source/source';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'capacity-and-billing': {
    code: 'ENV3003',
    severity: 'error',
    summary: 'Billing mode PROVISIONED requires a capacity; PAY_PER_REQUEST does not allow one.',
    explanation: [
      'DynamoDB charges provisioned tables by capacity, and on-demand tables by request (CreateTable, BillingMode).',
      'A table with PROVISIONED requires a capacity; with PAY_PER_REQUEST, a capacity does not have an effect.',
      'Change the billing mode, or add or remove `capacity`.',
      'To remove an inherited capacity, write `capacity: null`.',
    ],
    message: (p: { name: string; billingMode: string; present: boolean }) =>
      p.present
        ? `${p.name} has a capacity; billing mode ${p.billingMode} does not allow one`
        : `${p.name} has no capacity; billing mode ${p.billingMode} requires one`,
  },
  'capacity-range': {
    code: 'ENV3005',
    severity: 'error',
    summary: 'A capacity whose minimum, maximum and initial units are out of order.',
    explanation: [
      'Autoscaling keeps the capacity between its minimum and its maximum, and starts at `units`.',
      'Application Auto Scaling rejects a minimum above the maximum, and immediately changes units outside the range.',
      'A capacity is `units`, `autoscaling`, or both.',
    ],
    message: {
      empty: (p: { direction: string }) => `${p.direction} capacity requires units or autoscaling`,
      'out-of-order': (p: { minimum: number; maximum: number }) => `minimum ${p.minimum} is above maximum ${p.maximum}`,
      'out-of-range': (p: { units: number; minimum: number; maximum: number }) =>
        `initial capacity ${p.units} is outside the range of autoscaling, ${p.minimum} to ${p.maximum}`,
    },
  },
});

/** ENV3003: capacity without PROVISIONED, or the reverse. ENV3005: a minimum, initial units and a maximum that are out of order. */
export const capacityRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [table, { billingMode, capacity, indexes }] of Object.entries(environment.tables)) {
      const isProvisioned = billingMode === 'PROVISIONED';
      const holders = [
        { name: `table "${table}"`, path: specPath('tables', table), capacity, isRequired: isProvisioned },
        ...Object.entries(indexes).map(([index, { capacity: own }]) => ({
          name: `index "${index}"`,
          path: specPath('tables', table, 'indexes', index),
          capacity: own,
          isRequired: false,
        })),
      ];
      for (const { name, path, capacity: found, isRequired } of holders) {
        const present = found !== undefined;
        if (present ? !isProvisioned : isRequired) {
          const place = present ? at([...path, 'capacity'], 'key') : at(['tables', table, 'billingMode']);
          const billing = { message: 'the billing mode', span: at(['tables', table, 'billingMode']) };
          const more = present ? { related: [billing] } : {};
          yield diagnose('capacity-and-billing', place, { name, billingMode, present }, more);
        }
        if (!present) continue;
        for (const direction of ['read', 'write'] as const) {
          yield* checkRange(direction, found[direction], (field) => at([...path, 'capacity', direction, ...field]));
        }
      }
    }
  },
};

function* checkRange(
  direction: 'read' | 'write',
  { units, autoscaling }: CapacityUnits,
  at: (field: readonly string[]) => Span,
): Generator<Diagnostic> {
  if (autoscaling === undefined) {
    if (units === undefined) yield diagnose('capacity-range', at([]), { is: 'empty', direction });
    return;
  }
  const { minimum, maximum } = autoscaling;
  if (minimum > maximum)
    yield diagnose('capacity-range', at(['autoscaling', 'minimum']), { is: 'out-of-order', minimum, maximum });
  else if (units !== undefined && (units < minimum || units > maximum))
    yield diagnose('capacity-range', at(['units']), { is: 'out-of-range', units, minimum, maximum });
}
