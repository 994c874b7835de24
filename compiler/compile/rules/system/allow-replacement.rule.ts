// Checks that the paths of allowReplacement exist in the spec.

import type { Environment } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { suggest } from '../../../diagnostics/suggest';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unknown-data-part': {
    code: 'ENV3016',
    severity: 'warning',
    summary: 'allowReplacement lists a part that the spec does not define.',
    explanation: [
      '`allowReplacement` accepts that a deployment deletes or replaces the data of a part.',
      'If the name is misspelled, the deployment is still refused.',
      'If the part was removed from the spec, remove its path here after the deployment that deletes the part: a new part of the same name would not be protected.',
    ],
    message: (p: { path: string }) => `unknown part ${p.path} in allowReplacement`,
  },
});

/** ENV3016: a path of `allowReplacement` without a part. A warning, since it may name a deployed part that the spec no longer has. */
export const allowReplacementRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    const known = dataPartsOf(environment);
    for (const [position, path] of environment.allowReplacement.entries()) {
      if (known.includes(path)) continue;
      const question = suggest(path, known);
      const removal = `remove it after the deployment that deletes ${path}`;
      const help = question === undefined ? removal : `${question} Otherwise, ${removal}`;
      yield diagnose('unknown-data-part', at(['allowReplacement', position]), { path }, { help });
    }
  },
};

function dataPartsOf({ tables, queues, functions, api, backup }: Environment): string[] {
  return [
    ...Object.entries(tables).flatMap(([table, { indexes, stream }]) => [
      `tables.${table}`,
      ...(stream === undefined ? [] : [`tables.${table}.stream`]),
      ...Object.keys(indexes).map((index) => `tables.${table}.indexes.${index}`),
    ]),
    ...Object.keys(queues).map((queue) => `queues.${queue}`),
    ...Object.keys(functions).map((name) => `functions.${name}`),
    ...(api === undefined ? [] : ['api', 'api.accessLogging', 'api.executionLogging', 'api.webAcl.logging']),
    ...(backup === undefined ? [] : ['backup']),
    'encryption',
  ];
}
