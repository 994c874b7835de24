// Parses the faults of a simulation, such as `tables.payments=slow:5x from 2m for 5m`.

import { suggest } from '../../diagnostics/suggest';
import type { FaultKind } from '../../estimates/simulation/scenario';
import { InvalidArgumentError } from './declaration';
import { parseDuration } from './load-options';

/** A fault as written. */
export interface WrittenFault {
  readonly text: string;
  readonly section: FaultSection;
  readonly name: string;
  readonly kind: FaultKind;
  /** The second of its begin. */
  readonly from: number;
  /** Its duration in seconds; absent: until the end. */
  readonly seconds?: number;
}

/** The sections whose parts can have faults. */
export type FaultSection = 'tables' | 'functions';

const EXAMPLE = 'tables.payments=slow:5x from 2m for 5m';

/** The effects of faults on the parts of each section. */
const EFFECTS: Readonly<Record<FaultSection, Readonly<Record<string, (name: string, amount: string) => FaultKind>>>> = {
  tables: {
    hot: (table, amount) => ({ is: 'hot partition', table, share: parseShare('hot', amount) }),
    slow: (table, amount) => ({ is: 'slow table', table, factor: parseFactor(amount) }),
    error: (table, amount) => ({ is: 'failing table', table, share: parseShare('error', amount) }),
  },
  functions: {
    slow: (name, amount) => ({ is: 'slow function', function: name, factor: parseFactor(amount) }),
    error: (name, amount) => ({ is: 'failing function', function: name, share: parseShare('error', amount) }),
  },
};

/** Parses a fault. */
export function parseFault(text: string): WrittenFault {
  const pattern = /^\s*(\w+)\.([^\s=]+)=(\w+):(\S+)(?:\s+from\s+(\S+))?(?:\s+for\s+(\S+))?\s*$/;
  const [, section, name = '', effect = '', amount = '', from, seconds] = pattern.exec(text) ?? [];
  if (section === undefined)
    throw new InvalidArgumentError(
      `"${text}" must be SECTION.NAME=EFFECT:AMOUNT, then "from TIME" and "for TIME" if needed; an example is "${EXAMPLE}".`,
    );
  if (section !== 'tables' && section !== 'functions') throw unknown('section', section, Object.keys(EFFECTS));
  const kindOf = EFFECTS[section][effect];
  if (kindOf === undefined) throw unknown(`effect on ${section}`, effect, Object.keys(EFFECTS[section]));
  return {
    ...{ text: text.trim(), section, name, kind: kindOf(name, amount) },
    from: from === undefined || /^0[smhd]?$/.test(from) ? 0 : parseDuration(from),
    ...(seconds === undefined ? {} : { seconds: parseDuration(seconds) }),
  };
}

function unknown(what: string, name: string, known: readonly string[]): InvalidArgumentError {
  return new InvalidArgumentError(
    `unknown ${what} "${name}"; ${suggest(name, known) ?? `allowed: ${known.join(', ')}.`}`,
  );
}

function parseShare(effect: string, amount: string): number {
  const percent = /^\d+(\.\d+)?%$/.test(amount) ? Number.parseFloat(amount) : Number.NaN;
  if (percent > 0 && percent <= 100) return percent / 100;
  throw new InvalidArgumentError(
    `${effect}:${amount} must have a percentage above 0% and at most 100%, such as ${effect}:50%.`,
  );
}

/** The largest factor of a latency. */
const LARGEST_FACTOR = 1000;

function parseFactor(amount: string): number {
  const factor = /^\d+(\.\d+)?x$/.test(amount) ? Number.parseFloat(amount) : Number.NaN;
  if (factor >= 1 && factor <= LARGEST_FACTOR) return factor;
  throw new InvalidArgumentError(`slow:${amount} must have a factor from 1x to ${LARGEST_FACTOR}x, such as slow:5x.`);
}
