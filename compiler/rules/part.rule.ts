// Fields that name a table, an index, a queue or a function name one that the spec has.

import { METRICS_NAMESPACE } from '../../contract/handler-metrics';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import type { PathStep } from '../source/spec-node';
import { metricsOfAlarm } from './alarm-metrics';
import type { Rule } from './rule';

/** ENV3002: a name of nothing. */
export const partRule: Rule = ({ environment, at }) => {
  const { functions, queues, tables, api, alarms } = environment;

  const check = (
    part: string,
    name: string,
    parts: object,
    path: readonly PathStep[],
    where: 'key' | 'value' = 'value',
  ) => {
    if (Object.hasOwn(parts, name)) return [];
    const known = Object.keys(parts);
    const nearest = nearestName(name, known);
    const help = nearest === undefined ? {} : { help: `did you mean ${nearest}?` };
    return [diagnose('unknown-part', at(path, where), { part, name, known }, help)];
  };

  const checkMetric = (resource: string, path: readonly PathStep[]): Diagnostic[] => {
    const [section, name = '', own, index] = resource.split('.');
    if (section === 'functions') {
      const missing = check('function', name, functions, path);
      return missing.length > 0 || own === undefined
        ? missing
        : check('environment variable', METRICS_NAMESPACE, functions[name]?.environment ?? {}, path);
    }
    if (section === 'queues') return check('queue', name, queues, path);
    if (section === 'api')
      return api === undefined ? [diagnose('unknown-part', at(path), { part: 'api', name: '', known: [] })] : [];
    const missing = check('table', name, tables, path);
    return missing.length > 0 || index === undefined
      ? missing
      : check('index', index, tables[name]?.indexes ?? {}, path);
  };

  return [
    ...Object.entries(functions).flatMap(([name, { deadLetterQueue, access }]) => [
      ...(deadLetterQueue === undefined
        ? []
        : check('queue', deadLetterQueue, queues, ['functions', name, 'deadLetterQueue'])),
      ...Object.keys(access.tables).flatMap((table) =>
        check('table', table, tables, ['functions', name, 'access', 'tables', table], 'key'),
      ),
      ...Object.keys(access.queues).flatMap((queue) =>
        check('queue', queue, queues, ['functions', name, 'access', 'queues', queue], 'key'),
      ),
    ]),
    ...Object.entries(api?.routes ?? {}).flatMap(([name, route]) =>
      check('function', route.function, functions, ['api', 'routes', name, 'function']),
    ),
    ...Object.entries(alarms).flatMap(([name, alarm]) =>
      metricsOfAlarm(name, alarm).flatMap(({ metric, path }) => checkMetric(metric.resource, [...path, 'resource'])),
    ),
  ];
};
