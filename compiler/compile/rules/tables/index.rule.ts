// Checks that an index has nonKeyAttributes if, and only if, its projection requires them.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'index-attributes': {
    code: 'ENV3010',
    severity: 'error',
    summary: 'Projection INCLUDE requires nonKeyAttributes; other projections do not allow them.',
    explanation: [
      'An index contains all attributes (ALL), the keys only (KEYS_ONLY), or the keys and the named attributes (INCLUDE).',
      'Only INCLUDE accepts `nonKeyAttributes`, and it requires them (CreateTable, Projection).',
    ],
    message: (p: { name: string; projection: string; present: boolean }) =>
      p.present
        ? `index "${p.name}" has nonKeyAttributes; projection ${p.projection} does not allow them`
        : `index "${p.name}" has no nonKeyAttributes; projection ${p.projection} requires them`,
  },
});

/** ENV3010: nonKeyAttributes without projection INCLUDE, or the reverse. */
export const indexRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [table, { indexes }] of Object.entries(environment.tables)) {
      for (const [name, { projection, nonKeyAttributes }] of Object.entries(indexes)) {
        const present = nonKeyAttributes !== undefined;
        if (present === (projection === 'INCLUDE')) continue;
        const path = specPath('tables', table, 'indexes', name, present ? 'nonKeyAttributes' : 'projection');
        yield diagnose('index-attributes', at(path), { name, projection, present });
      }
    }
  },
};
