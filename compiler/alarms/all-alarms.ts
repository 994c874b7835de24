// All alarms of an environment: those of the spec, and those generated for its parts.

import type { Alarm, CompositeAlarm, Environment } from '../../schema/environment.generated';
import { apiAlarms, serverErrorsName } from './generated/api';
import { errorRateName, functionAlarms, throttleName } from './generated/function';
import { paymentAlarms } from './generated/payment';
import { queueAlarms } from './generated/queue';
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
    alarms: { ...generated.alarms, ...slo?.alarms, ...environment.alarms },
    composites: { ...generated.composites, ...slo?.composites, ...environment.compositeAlarms },
  };
}

function generatedAlarms(environment: Environment, indexes: Indexes): AlarmSet {
  const { api, functions, queues, tables, payment, monitoring } = environment;
  const { thresholds } = monitoring;
  const deadLetterQueues = new Set(Object.values(functions).map(({ deadLetterQueue }) => deadLetterQueue));
  const actions = actionsByTable(environment);
  const alarms = Object.assign(
    {},
    api === undefined ? {} : apiAlarms(api, thresholds),
    ...Object.entries(functions).flatMap(([name, lambda]) => [
      functionAlarms(name, lambda, thresholds),
      paymentAlarms(name, lambda, payment.currencies, thresholds),
    ]),
    ...Object.entries(tables).map(([name, { capacity }]) =>
      tableAlarms(name, { capacity, indexes: indexes[name] ?? {} }, actions.get(name) ?? new Set(), thresholds),
    ),
    ...Object.entries(queues).map(([name, queue]) => queueAlarms(name, queue, deadLetterQueues.has(name), thresholds)),
  ) as AlarmSet['alarms'];
  const failures = failureNames(environment).filter((name) => Object.hasOwn(alarms, name));
  return { alarms, composites: failures.length === 0 ? {} : failureComposites(failures) };
}

/**
 * The composite alarm for all failures. Its rule fits CloudWatch's limits of 10,240 characters and 100 alarms, however long the names
 * are (CloudWatch API Reference, PutCompositeAlarm). If there are more alarms, the rule refers to composite alarms of groups.
 */
function failureComposites(failures: readonly string[]): AlarmSet['composites'] {
  const all = (anyOf: readonly string[]) => ({
    'payments-failing': { description: 'Payments are failing', anyOf: [...anyOf], notify: 'PAGE' as const },
  });
  if (failures.length <= MAXIMUM_IN_RULE) return all(failures);
  const groups = Array.from({ length: Math.ceil(failures.length / MAXIMUM_IN_RULE) }, (_, at) => ({
    name: `payments-failing-${at + 1}`,
    anyOf: failures.slice(at * MAXIMUM_IN_RULE, (at + 1) * MAXIMUM_IN_RULE),
  }));
  return {
    ...all(groups.map(({ name }) => name)),
    ...Object.fromEntries(
      groups.map(({ name, anyOf }) => [name, { description: 'Payments are failing', anyOf, notify: 'NONE' as const }]),
    ),
  };
}

/** 36 names of 255 characters, each as `ALARM("")` with ` OR `, are 9,684 characters. */
const MAXIMUM_IN_RULE = 36;

/** The alarms that each mean failing payments; a single page covers them all. */
function failureNames({ api, functions, tables }: Environment): string[] {
  return [
    ...(api === undefined ? [] : [serverErrorsName(api)]),
    ...Object.keys(functions).flatMap((name) => [errorRateName(name), throttleName(name)]),
    ...Object.keys(tables).map(systemErrorsName),
  ];
}
