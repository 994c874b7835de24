// Renders values of fields as lines of YAML.

import type { PathStep } from '../../../source/spec-node';

/** A field with a number. */
export interface FieldNumber {
  readonly path: readonly PathStep[];
  readonly proposed: number;
}

/** Lines of YAML that set the fields, without repeating the maps around them. */
export function renderFragment(fields: readonly FieldNumber[], depth = 0): readonly string[] {
  const byStep = new Map<PathStep, FieldNumber[]>();
  for (const field of fields) {
    const step = field.path[depth] ?? '';
    byStep.set(step, [...(byStep.get(step) ?? []), field]);
  }
  return [...byStep].flatMap(([step, inner]) => {
    const key = `${'  '.repeat(depth)}${step}:`;
    const [only] = inner;
    return only?.path.length === depth + 1 ? [`${key} ${only.proposed}`] : [key, ...renderFragment(inner, depth + 1)];
  });
}
