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
export type FaultSection = 'tables' | 'functions' | 'queues' | 'webhooks' | 'schedules';

const EXAMPLE = 'tables.payments=slow:5x from 2m for 5m';

type KindOf = (name: string, amount: string) => FaultKind;

/** The effects of faults on the parts of each section. */
const EFFECTS: Readonly<Record<FaultSection, Readonly<Record<string, KindOf>>>> = {
  tables: {
    hot: (table, amount) => ({ is: 'hot partition', table, share: parseShare('hot', amount) }),
    slow: (table, amount) => ({ is: 'slow table', table, factor: parseFactor('slow', amount) }),
    error: (table, amount) => ({ is: 'failing table', table, share: parseShare('error', amount) }),
    foreign: (table, amount) => ({ is: 'foreign writes', table, share: parseShare('foreign', amount) }),
  },
  functions: {
    slow: (name, amount) => ({ is: 'slow function', function: name, factor: parseFactor('slow', amount) }),
    error: (name, amount) => ({ is: 'failing function', function: name, share: parseShare('error', amount) }),
    amount: (name, amount) => ({ is: 'unusual amount', function: name, factor: parseFactor('amount', amount) }),
  },
  queues: {
    error: (queue, amount) => ({ is: 'failing queue', queue, share: parseShare('error', amount) }),
  },
  webhooks: {
    error: (webhook, amount) => ({ is: 'failing webhook', webhook, share: parseShare('error', amount) }),
  },
  schedules: {
    error: (schedule, amount) => ({ is: 'failing schedule', schedule, share: parseShare('error', amount) }),
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
  if (!isSection(section)) throw unknown('section', section, Object.keys(EFFECTS));
  const kindOf = kindOfEffect(section, effect);
  return {
    ...{ text: text.trim(), section, name, kind: kindOf(name, amount) },
    from: from === undefined || /^0[smhd]?$/.test(from) ? 0 : parseDuration(from),
    ...(seconds === undefined ? {} : { seconds: parseDuration(seconds) }),
  };
}

function isSection(section: string): section is FaultSection {
  return Object.hasOwn(EFFECTS, section);
}

function kindOfEffect(section: FaultSection, effect: string): KindOf {
  if (section === 'functions' && /^[45]\d\d$/.test(effect))
    return (name, amount) => ({
      ...{ is: 'error response', function: name, status: Number(effect) },
      share: parseShare(effect, amount),
    });
  const known = EFFECTS[section];
  const found = Object.hasOwn(known, effect) ? known[effect] : undefined;
  if (found !== undefined) return found;
  const statuses = section === 'functions' ? ['a status from 400 to 599'] : [];
  throw unknown(`effect on ${section}`, effect, [...Object.keys(known), ...statuses]);
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

/** The largest factor. */
const LARGEST_FACTOR = 1000;

function parseFactor(effect: string, amount: string): number {
  const factor = /^\d+(\.\d+)?x$/.test(amount) ? Number.parseFloat(amount) : Number.NaN;
  if (factor >= 1 && factor <= LARGEST_FACTOR) return factor;
  throw new InvalidArgumentError(
    `${effect}:${amount} must have a factor from 1x to ${LARGEST_FACTOR}x, such as ${effect}:5x.`,
  );
}
