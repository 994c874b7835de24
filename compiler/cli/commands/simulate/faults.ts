// Checks the faults of a simulation against a system.

import { scheduleName } from '../../../estimates/simulation/events/schedule-events';
import type { Fault, FaultyPart } from '../../../estimates/simulation/scenario';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { isFrom } from '../../../language/expand/triggers';
import type { FaultSection, WrittenFault } from '../../command/fault-option';
import { checkName } from '../../errors/unknown-name';
import { UsageError } from '../../errors/usage-error';

/** The kind of the parts of each section. */
const KINDS: Readonly<Record<FaultSection, FaultyPart>> = {
  tables: 'table',
  functions: 'function',
  queues: 'queue',
  webhooks: 'webhook',
  schedules: 'schedule',
};

/**
 * The faults of a simulation of some seconds. Throws UsageError for a part that the spec does not have.
 * A fault that begins after the end has no effect, and is an error as well.
 */
export function faultsOf(
  written: readonly WrittenFault[],
  { tables, functions, queues, payment, facts }: ExpandedEnvironment,
  length: number,
): readonly Fault[] {
  const names: Readonly<Record<FaultSection, readonly string[]>> = {
    tables: Object.keys(tables),
    functions: Object.keys(functions),
    queues: Object.keys(queues),
    webhooks: Object.keys(payment.webhooks),
    schedules: facts.triggers.filter(isFrom('schedule')).map(scheduleName),
  };
  return written.map(({ text, section, name, kind, from, seconds }) => {
    checkName(KINDS[section], name, names[section]);
    if (from >= length)
      throw new UsageError(`the fault "${text}" begins after the end of the simulation, which has ${length} s`);
    return { ...kind, from, until: Math.min(length, seconds === undefined ? length : from + seconds) };
  });
}
