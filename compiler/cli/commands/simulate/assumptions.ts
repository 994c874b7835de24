// Checks other values of assumptions, such as `metricDelaySeconds=60`.

import { ASSUMPTIONS, type Assumptions } from '../../../model/assumptions';
import { checkName } from '../../errors/unknown-name';
import { UsageError } from '../../errors/usage-error';
import type { WrittenAssumption } from './arguments';

/** The values of assumptions. Throws UsageError for an unknown name and for a value that the assumption cannot have. */
export function assumptionsOf(written: readonly WrittenAssumption[]): Partial<Assumptions> {
  return Object.fromEntries(
    written.map(({ name, value }) => {
      checkName('assumption', name, Object.keys(ASSUMPTIONS));
      return [name, chosenValue(name as keyof Assumptions, value)];
    }),
  );
}

function chosenValue(name: keyof Assumptions, text: string): number | boolean | string {
  const { default: usual, others } = ASSUMPTIONS[name];
  if (typeof usual === 'number') {
    const number = Number(text);
    if (Number.isFinite(number) && number >= 0) return number;
    throw new UsageError(`assumption ${name} is "${text}"; it must be a number of at least 0, such as ${usual}`);
  }
  const choices: readonly (boolean | string)[] = [usual, ...(others as readonly (boolean | string)[])];
  const chosen = choices.find((choice) => String(choice) === text);
  if (chosen !== undefined) return chosen;
  throw new UsageError(`assumption ${name} is "${text}"; allowed: ${choices.join(', ')}`);
}
