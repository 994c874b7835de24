// Capacity goes with provisioned billing, and each capacity is a range that holds together.

import type { Capacity } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule, RuleContext } from './rule';

/** ENV3003: capacity without PROVISIONED, or the reverse. ENV3005: a range that does not hold together. */
export const capacityRule: Rule = (context) =>
  Object.entries(context.environment.tables).flatMap(([name, { billingMode, capacity, indexes }]) => {
    const { at } = context;
    const provisioned = billingMode === 'PROVISIONED';
    const check = (
      part: string,
      path: readonly PathStep[],
      found: Capacity | undefined,
      required: boolean,
    ): Diagnostic[] => {
      const present = found !== undefined;
      const ranges = present ? checkRanges(context, path, found) : [];
      if (present ? provisioned : !required) return ranges;
      return [
        diagnose(
          'capacity-and-billing',
          present ? at([...path, 'capacity'], 'key') : at([...path, 'billingMode']),
          { name: part, billingMode, present },
          present ? { related: [{ message: 'the billing mode', span: at(['tables', name, 'billingMode']) }] } : {},
        ),
        ...ranges,
      ];
    };
    return [
      ...check(`the table ${name}`, ['tables', name], capacity, provisioned),
      ...Object.entries(indexes).flatMap(([index, { capacity: own }]) =>
        check(`the index ${index}`, ['tables', name, 'indexes', index], own, false),
      ),
    ];
  });

function checkRanges({ at }: RuleContext, path: readonly PathStep[], capacity: Capacity): Diagnostic[] {
  return (['read', 'write'] as const).flatMap((direction) => {
    const { units, autoscaling } = capacity[direction];
    const where = [...path, 'capacity', direction];
    const refuse = (field: readonly PathStep[], problem: string) => [
      diagnose('capacity-range', at([...where, ...field]), { problem }),
    ];
    if (autoscaling === undefined) {
      return units === undefined ? refuse([], `the ${direction} capacity needs units, or autoscaling`) : [];
    }
    const { minimum, maximum } = autoscaling;
    if (minimum > maximum)
      return refuse(['autoscaling', 'minimum'], `the minimum, ${minimum}, is above the maximum, ${maximum}`);
    if (units === undefined || (units >= minimum && units <= maximum)) return [];
    return refuse(
      ['units'],
      `the capacity at creation, ${units}, is outside its autoscaling, ${minimum} to ${maximum}`,
    );
  });
}
