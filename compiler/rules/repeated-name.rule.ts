// Physical names are there once among what shares a space of names.

import { diagnose } from '../diagnostics/diagnostic';
import { type PhysicalName, physicalNames } from './physical-names';
import type { ResourceRule } from './rule';

/** ENV3058: two resources of one space with one name. */
export const repeatedNameRule: ResourceRule = ({ at }, graph) => {
  const first = new Map<string, PhysicalName>();
  return physicalNames(graph).flatMap((found) => {
    const { name, form, node } = found;
    const key = `${form.space ?? node.kind} ${name}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, found);
      return [];
    }
    const place = ({ node: { origin } }: PhysicalName) => at(origin.path.split('.'), 'key');
    return [
      diagnose(
        'repeated-name',
        place(found),
        { what: form.what, name, other: other.node.origin.path },
        {
          help: 'rename one of the two',
          related: [{ message: `the other ${other.form.what}`, span: place(other) }],
        },
      ),
    ];
  });
};
