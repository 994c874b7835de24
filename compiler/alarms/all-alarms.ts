// All alarms of an environment: those of the spec, and those that its parts get by themselves.

import type { Alarm, CompositeAlarm, Environment } from '../../schema/environment.generated';
import { apiAlarms, serverErrorsName } from './generated/api';
import { errorRateName, functionAlarms, throttleName } from './generated/function';
import { paymentAlarms } from './generated/payment';
import { queueAlarms } from './generated/queue';
import { sloAlarms } from './generated/slo';
import { systemErrorsName, tableAlarms } from './generated/table';
import { actionsByTable } from './table-actions';

/** The alarms of an environment, by name. */
export interface AlarmSet {
  readonly alarms: { readonly [name: string]: Alarm };
  readonly composites: { readonly [name: string]: CompositeAlarm };
}

/** The alarms of an environment: generated ones, and in the place of those of the same name, the spec's own. */
export function allAlarms(environment: Environment): AlarmSet {
  const { api, monitoring } = environment;
  const generated = monitoring.generatedAlarms ? generatedAlarms(environment) : { alarms: {}, composites: {} };
  const slo = monitoring.slo === undefined || api === undefined ? undefined : sloAlarms(monitoring.slo);
  return {
    alarms: { ...generated.alarms, ...slo?.alarms, ...environment.alarms },
    composites: { ...generated.composites, ...slo?.composites, ...environment.compositeAlarms },
  };
}

function generatedAlarms(environment: Environment): AlarmSet {
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
    ...Object.entries(tables).map(([name, table]) =>
      tableAlarms(name, table, actions.get(name) ?? new Set(), thresholds),
    ),
    ...Object.entries(queues).map(([name, queue]) => queueAlarms(name, queue, deadLetterQueues.has(name), thresholds)),
  ) as AlarmSet['alarms'];
  const failures = failureNames(environment).filter((name) => Object.hasOwn(alarms, name));
  return { alarms, composites: failures.length === 0 ? {} : failureComposites(failures) };
}

/**
 * The composite alarm that stands for all failures. Its rule names as many alarms as fit whatever their names: CloudWatch takes
 * 10,240 characters and 100 alarms (CloudWatch API Reference, PutCompositeAlarm). More are grouped, and the rule names the groups.
 */
function failureComposites(failures: readonly string[]): AlarmSet['composites'] {
  const all = (anyOf: readonly string[]) => ({
    'payments-failing': { description: 'Payments are failing', anyOf: [...anyOf], notify: 'PAGE' as const },
  });
  if (failures.length <= MOST_IN_RULE) return all(failures);
  const groups = Array.from({ length: Math.ceil(failures.length / MOST_IN_RULE) }, (_, at) => ({
    name: `payments-failing-${at + 1}`,
    anyOf: failures.slice(at * MOST_IN_RULE, (at + 1) * MOST_IN_RULE),
  }));
  return {
    ...all(groups.map(({ name }) => name)),
    ...Object.fromEntries(
      groups.map(({ name, anyOf }) => [name, { description: 'Payments are failing', anyOf, notify: 'NONE' as const }]),
    ),
  };
}

/** 36 names of 255 characters, each in `ALARM("")` and followed by ` OR `, are 9,684 characters. */
const MOST_IN_RULE = 36;

/** The alarms any of which says that payments fail; one page stands for them all. */
function failureNames({ api, functions, tables }: Environment): string[] {
  return [
    ...(api === undefined ? [] : [serverErrorsName(api)]),
    ...Object.keys(functions).flatMap((name) => [errorRateName(name), throttleName(name)]),
    ...Object.keys(tables).map(systemErrorsName),
  ];
}
