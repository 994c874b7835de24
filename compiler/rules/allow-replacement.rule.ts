// Each part that a spec allows to be replaced is in the spec.

import type { Environment } from '../../schema/environment.generated';
import { diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import type { Rule } from './rule';

/** ENV3016: a path of `allowReplacement` without a part. A warning, since it may name a deployed part that the spec no longer has. */
export const allowReplacementRule: Rule = ({ environment, at }) => {
  const known = dataPartsOf(environment);
  return environment.allowReplacement.flatMap((path, position) => {
    if (known.includes(path)) return [];
    const nearest = nearestName(path, known);
    const removal = `remove it after the deployment that deletes ${path}`;
    const help = nearest === undefined ? removal : `did you mean ${nearest}? Otherwise, ${removal}`;
    return [diagnose('unknown-data-part', at(['allowReplacement', position]), { path }, { help })];
  });
};

function dataPartsOf({ tables, queues, functions, api, backup }: Environment): string[] {
  return [
    ...Object.entries(tables).flatMap(([table, { indexes }]) => [
      `tables.${table}`,
      ...Object.keys(indexes).map((index) => `tables.${table}.indexes.${index}`),
    ]),
    ...Object.keys(queues).map((queue) => `queues.${queue}`),
    ...Object.keys(functions).map((name) => `functions.${name}`),
    ...(api === undefined ? [] : ['api', 'api.accessLogging', 'api.executionLogging', 'api.webAcl.logging']),
    ...(backup === undefined ? [] : ['backup']),
    'encryption',
  ];
}
