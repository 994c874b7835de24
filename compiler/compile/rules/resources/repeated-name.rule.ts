// Checks that physical names are unique.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { type PhysicalName, physicalNames } from '../common/physical-names';
import type { ResourceRule } from '../rule';

const diagnose = defineDiagnostics({
  'repeated-name': {
    code: 'ENV3058',
    severity: 'error',
    summary: 'Two resources of one type have the same physical name.',
    explanation: [
      'AWS rejects a second role, function, queue or table with the same name.',
      'A second alarm with the same name silently replaces the first (PutMetricAlarm).',
      'The compiler derives names, such as those of roles; a derived name can equal the name of a part.',
    ],
    message: (p: { what: string; name: string; other: string }) =>
      `duplicate ${p.what} name ${JSON.stringify(p.name)}, also used by ${p.other}`,
  },
});

/** ENV3058: two resources with one name in one namespace. */
export const repeatedNameRule: ResourceRule = {
  diagnose,
  *check({ at }, graph) {
    const first = new Map<string, PhysicalName>();
    const place = ({ node: { origin } }: PhysicalName) => at(origin.steps, 'key');
    for (const found of physicalNames(graph)) {
      const { name, form, node } = found;
      const key = `${form.space ?? node.kind} ${name}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, found);
        continue;
      }
      const related = [{ message: `the other ${other.form.what}`, span: place(other) }];
      const repeated = { what: form.what, name, other: other.node.origin.path };
      yield diagnose('repeated-name', place(found), repeated, { help: 'rename one of the two', related });
    }
  },
};
