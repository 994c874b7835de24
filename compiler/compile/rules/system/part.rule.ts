// Checks that fields refer to existing tables, indexes, queues, secrets, functions and routes.

import { METRICS_NAMESPACE } from '../../../../contract/settings';
import { specPath } from '../../../../schema/spec-path';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { isFrom } from '../../../language/expand/triggers';
import { deadLetterSources } from '../../../monitoring/alarms/dead-letter-sources';
import { watchedPart } from '../../../monitoring/metrics/metrics';
import type { PathStep } from '../../../source/spec-node';
import { metricsOfAlarm } from '../alarms/alarm-metrics';
import { checkName, diagnose } from '../common/unknown-part';
import type { Rule, RuleContext } from '../rule';

/** ENV3002: an unknown part. */
export const partRule: Rule = {
  diagnose,
  *check(context) {
    const { at, environment } = context;
    const { functions, queues, tables, secrets, api, alarms, payment, traffic } = environment;
    const known = {
      table: tables,
      queue: queues,
      secret: secrets,
      function: functions,
      route: api?.routes ?? {},
    };
    const check = (part: keyof typeof known, name: string, path: readonly PathStep[], where?: 'key') =>
      checkName({ part, name, known: known[part] }, () => at(path, where));
    for (const { queue, path } of deadLetterSources(environment)) yield* check('queue', queue, path);
    for (const [name, { access }] of Object.entries(functions)) {
      const path = specPath('functions', name);
      for (const table of Object.keys(access.tables))
        yield* check('table', table, [...path, 'access', 'tables', table], 'key');
      for (const queue of Object.keys(access.queues))
        yield* check('queue', queue, [...path, 'access', 'queues', queue], 'key');
      for (const [index, secret] of access.secrets.entries())
        yield* check('secret', secret, [...path, 'access', 'secrets', index]);
    }
    for (const { function: lambda, name, ...trigger } of environment.facts.triggers) {
      const path = specPath('functions', lambda, 'triggers', name);
      if (trigger.source === 'table') yield* check('table', trigger.table, [...path, 'table']);
      if (trigger.source === 'queue') yield* check('queue', trigger.queue, [...path, 'queue']);
    }
    for (const [name, { rotation }] of Object.entries(environment.secrets))
      if (rotation !== undefined)
        yield* check('function', rotation.function, ['secrets', name, 'rotation', 'function']);
    for (const [name, { secret, previousSecret }] of Object.entries(payment.webhooks)) {
      const path = specPath('payment', 'webhooks', name);
      yield* check('secret', secret, [...path, 'secret']);
      if (previousSecret !== undefined) yield* check('secret', previousSecret, [...path, 'previousSecret']);
    }
    for (const [name, route] of Object.entries(api?.routes ?? {}))
      yield* check('function', route.function, ['api', 'routes', name, 'function']);
    for (const route of Object.keys(traffic?.routes ?? {}))
      yield* check('route', route, ['traffic', 'routes', route], 'key');
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
  const check = (part: string, name: string, known: object) => checkName({ part, name, known }, () => at(path));
  const part = watchedPart(resource);
  switch (part.kind) {
    case 'api':
      if (api === undefined) yield* check('api', '', {});
      break;
    case 'queue':
      yield* check('queue', part.name, queues);
      break;
    case 'schedules':
      if (!environment.facts.triggers.some(isFrom('schedule'))) yield* check('schedule', '', {});
      break;
    case 'function':
      yield* check('function', part.name, functions);
      break;
    case 'own': {
      yield* check('function', part.name, functions);
      const variables = functions[part.name]?.environment;
      if (variables !== undefined) yield* check('environment variable', METRICS_NAMESPACE, variables);
      break;
    }
    case 'table':
      yield* check('table', part.name, tables);
      break;
    case 'index': {
      yield* check('table', part.name, tables);
      const indexes = tables[part.name]?.indexes;
      if (indexes !== undefined) yield* check('index', part.index, indexes);
    }
  }
}
