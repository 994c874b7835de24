// Checks that tables, indexes, queues and functions that fields refer to exist.

import { METRICS_NAMESPACE } from '../../../contract/settings';
import { specPath } from '../../../schema/spec-path';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { PathStep } from '../../source/spec-node';
import { metricsOfAlarm } from '../alarms/alarm-metrics';
import { checkName, diagnose } from '../common/unknown-part';
import type { Rule, RuleContext } from '../rule';

/** ENV3002: an unknown part. */
export const partRule: Rule = {
  diagnose,
  *check(context) {
    const { at, environment } = context;
    const { functions, queues, tables, api, alarms } = environment;
    const known = { table: Object.keys(tables), queue: Object.keys(queues), function: Object.keys(functions) };
    const check = (part: keyof typeof known, name: string, path: readonly PathStep[], where?: 'key') =>
      checkName({ part, name, known: known[part] }, at(path, where));
    for (const [name, { deadLetterQueue, access }] of Object.entries(functions)) {
      const path = specPath('functions', name);
      if (deadLetterQueue !== undefined) yield* check('queue', deadLetterQueue, [...path, 'deadLetterQueue']);
      for (const table of Object.keys(access.tables))
        yield* check('table', table, [...path, 'access', 'tables', table], 'key');
      for (const queue of Object.keys(access.queues))
        yield* check('queue', queue, [...path, 'access', 'queues', queue], 'key');
    }
    for (const [name, route] of Object.entries(api?.routes ?? {}))
      yield* check('function', route.function, ['api', 'routes', name, 'function']);
    for (const [name, alarm] of Object.entries(alarms))
      for (const { metric, path } of metricsOfAlarm(name, alarm))
        yield* checkResource(context, metric.resource, [...path, 'resource']);
  },
};

/** Checks the resource of a metric: a function or its own metrics, a queue, the API, or a table or its index. */
function* checkResource(
  { environment, at }: RuleContext,
  resource: string,
  path: readonly PathStep[],
): Generator<Diagnostic> {
  const { functions, queues, tables, api } = environment;
  const [section, name = '', own, index] = resource.split('.');
  const check = (part: string, named: string, parts: object) =>
    checkName({ part, name: named, known: Object.keys(parts) }, at(path));
  if (section === 'functions') {
    yield* check('function', name, functions);
    const variables = functions[name]?.environment;
    if (own !== undefined && variables !== undefined)
      yield* check('environment variable', METRICS_NAMESPACE, variables);
  } else if (section === 'queues') {
    yield* check('queue', name, queues);
  } else if (section === 'api') {
    if (api === undefined) yield* check('api', '', {});
  } else {
    yield* check('table', name, tables);
    const indexes = tables[name]?.indexes;
    if (index !== undefined && indexes !== undefined) yield* check('index', index, indexes);
  }
}
