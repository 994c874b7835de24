// Checks the faults of a simulation against a system.

import type { Fault } from '../../../estimates/simulation/scenario';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { FaultSection, WrittenFault } from '../../command/fault-option';
import { checkName } from '../../errors/unknown-name';
import { UsageError } from '../../errors/usage-error';

/**
 * The faults of a simulation of some seconds. Throws UsageError for a table or a function that the spec does not have.
 * A fault that begins after the end has no effect, and is an error as well.
 */
export function faultsOf(
  written: readonly WrittenFault[],
  { tables, functions }: Pick<ExpandedEnvironment, FaultSection>,
  length: number,
): readonly Fault[] {
  const names = { tables: Object.keys(tables), functions: Object.keys(functions) };
  return written.map(({ text, section, name, kind, from, seconds }) => {
    checkName(section === 'tables' ? 'table' : 'function', name, names[section]);
    if (from >= length)
      throw new UsageError(`the fault "${text}" begins after the end of the simulation, which has ${length} s`);
    return { ...kind, from, until: Math.min(length, seconds === undefined ? length : from + seconds) };
  });
}
