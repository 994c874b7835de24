// Physical names are as long as AWS takes them.

import { diagnose } from '../diagnostics/diagnostic';
import { patternParts } from './name-pattern';
import { type PhysicalName, physicalNames } from './physical-names';
import type { ResourceRule } from './rule';

/** ENV3056: names that are too long or too short. They are one mistake, at what takes most of the worst of them. */
export const nameLengthRule: ResourceRule = (context, graph) => {
  const wrong = physicalNames(graph).filter(
    ({ name, form: { most, fewest } }) => name.length > most || name.length < fewest,
  );
  const [worst, ...others] = wrong.sort((a, b) => excess(b) - excess(a));
  if (worst === undefined) return [];
  const { name, form, node, isLogical } = worst;
  const parts = isLogical ? [] : patternParts(context);
  const pattern = parts.map(({ field, path, text }) => ({ field, path, length: text.length }));
  const rest = name.length - pattern.reduce((sum, { length }) => sum + length, 0);
  const own = { field: node.origin.path, path: node.origin.path.split('.'), length: rest };
  const shares = [own, ...pattern].filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  const [longest = own] = shares;
  const listed = shares.map(({ field, length }) => `${field} ${length}`).join(', ');
  return [
    diagnose(
      'name-length',
      context.at(longest.path, longest === own ? 'key' : 'value'),
      { ...form, name, others: others.map(describe) },
      {
        help:
          excess(worst) > 0
            ? `shorten it by ${excess(worst)}; its ${name.length} characters come from ${listed}`
            : 'lengthen the name of the part, or naming.pattern',
      },
    ),
  ];
};

function excess({ name, form }: PhysicalName): number {
  return name.length - form.most;
}

function describe({ name, form }: PhysicalName): string {
  return `the ${form.what} ${JSON.stringify(name)} (${name.length}, ${form.most} at most)`;
}
