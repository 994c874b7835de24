// All alarms of an environment: those of the spec, and those generated for its parts.

import type { Alarm, CompositeAlarm, Environment } from '../../../schema/environment.generated';
import { deadLetterSources } from './dead-letter-sources';
import { apiAlarms, serverErrorsName } from './generated/api';
import { eventAlarms, isEventEntry } from './generated/events';
import { errorRateName, functionAlarms, throttleName } from './generated/function';
import { paymentAlarms } from './generated/payment';
import { queueAlarms } from './generated/queue';
import { hasSchedules, scheduleAlarms } from './generated/schedules';
import { sloAlarms } from './generated/slo';
import { systemErrorsName, tableAlarms, type WatchedTable } from './generated/table';
import { actionsByTable } from './table-actions';

/** The alarms of an environment, by name. */
export interface AlarmSet {
  readonly alarms: { readonly [name: string]: Alarm };
  readonly composites: { readonly [name: string]: CompositeAlarm };
}

/** The indexes of each table, with the capacity that they inherit. */
type Indexes = { readonly [table: string]: WatchedTable['indexes'] };

/** The alarms of an environment. An alarm of the spec replaces the generated alarm with the same name. */
export function allAlarms(environment: Environment, indexes: Indexes): AlarmSet {
  const { api, monitoring } = environment;
  const generated = monitoring.generatedAlarms ? generatedAlarms(environment, indexes) : { alarms: {}, composites: {} };
  const slo = monitoring.slo === undefined || api === undefined ? undefined : sloAlarms(monitoring.slo);
  return {
    // A large system has too many generated alarms for a copy.
    alarms: Object.assign(generated.alarms, slo?.alarms, environment.alarms),
    composites: Object.assign(generated.composites, slo?.composites, environment.compositeAlarms),
  };
}

function generatedAlarms(environment: Environment, indexes: Indexes): AlarmSet {
  const { api, functions, queues, tables, payment, monitoring } = environment;
  const { thresholds } = monitoring;
  const deadLetterQueues = new Set(deadLetterSources(environment).map(({ queue }) => queue));
  const actions = actionsByTable(environment);
  const alarms = Object.assign(
    {},
    api === undefined ? {} : apiAlarms(api, thresholds),
    ...Object.entries(functions).flatMap(([name, lambda]) => [
      functionAlarms(name, lambda, thresholds),
      isEventEntry(lambda.entry)
        ? eventAlarms(name, lambda)
        : paymentAlarms(name, lambda, payment.currencies, thresholds),
    ]),
    ...Object.entries(tables).map(([name, { capacity }]) =>
      tableAlarms(name, { capacity, indexes: indexes[name] ?? {} }, actions.get(name) ?? new Set(), thresholds),
    ),
    hasSchedules(environment) ? scheduleAlarms() : {},
    ...Object.entries(queues).map(([name, queue]) => queueAlarms(name, queue, deadLetterQueues.has(name), thresholds)),
  ) as AlarmSet['alarms'];
  const failures = failureNames(environment).filter((name) => Object.hasOwn(alarms, name));
  return { alarms, composites: failures.length === 0 ? {} : failureComposites(failures) };
}

/**
 * The composite alarm for all failures. Its rule fits CloudWatch's limits of 10,240 characters and 100 alarms, however long the names
 * are (CloudWatch API Reference, PutCompositeAlarm). If there are more alarms, the rule refers to composite alarms of groups, and
 * those, if need be, to composite alarms of smaller groups.
 */
function failureComposites(
  failures: readonly string[],
  name = 'payments-failing',
  notify: CompositeAlarm['notify'] = 'PAGE',
): AlarmSet['composites'] {
  const composite = (anyOf: readonly string[]) => ({
    [name]: { description: 'Payments are failing', anyOf: [...anyOf], notify },
  });
  if (failures.length <= MAXIMUM_IN_RULE) return composite(failures);
  let size = MAXIMUM_IN_RULE;
  while (size * MAXIMUM_IN_RULE < failures.length) size *= MAXIMUM_IN_RULE;
  const groups = Array.from({ length: Math.ceil(failures.length / size) }, (_, at) => ({
    group: `${name}-${at + 1}`,
    alarms: failures.slice(at * size, (at + 1) * size),
  }));
  return Object.assign(
    composite(groups.map(({ group }) => group)),
    ...groups.map(({ group, alarms }) => failureComposites(alarms, group, 'NONE')),
  );
}

/** 36 names of 255 characters, each as `ALARM("")` with ` OR `, are 9,684 characters. */
const MAXIMUM_IN_RULE = 36;

/** The alarms that indicate failing payments. One composite alarm combines them, so that they cause a single page. */
function failureNames({ api, functions, tables }: Environment): string[] {
  return [
    ...(api === undefined ? [] : [serverErrorsName(api)]),
    ...Object.keys(functions).flatMap((name) => [errorRateName(name), throttleName(name)]),
    ...Object.keys(tables).map(systemErrorsName),
  ];
}
