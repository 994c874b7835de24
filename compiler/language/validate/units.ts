// The units in the names of fields, and their other spellings.

interface Unit {
  /** The suffix of a field name. */
  readonly field: string;
  /** The spellings after a number. */
  readonly written: RegExp;
  /** The factor to the smallest unit of its dimension. */
  readonly size: number;
  readonly plural: string;
}

const TIME: readonly Unit[] = [
  { field: 'Milliseconds', written: /^(ms|millis|milliseconds?)$/, size: 1, plural: 'milliseconds' },
  { field: 'Seconds', written: /^(s|secs?|seconds?)$/, size: 1000, plural: 'seconds' },
  { field: 'Minutes', written: /^(m|mins?|minutes?)$/, size: 60_000, plural: 'minutes' },
  { field: 'Hours', written: /^(h|hrs?|hours?)$/, size: 3_600_000, plural: 'hours' },
  { field: 'Days', written: /^(d|days?)$/, size: 86_400_000, plural: 'days' },
  { field: 'Weeks', written: /^(w|weeks?)$/, size: 604_800_000, plural: 'weeks' },
];

/** The units of sizes, in powers of 1,024 as in AWS. */
const SIZE: readonly Unit[] = [
  { field: 'Bytes', written: /^(b|bytes?)$/, size: 1, plural: 'bytes' },
  { field: 'Kilobytes', written: /^(k|kb|kib|kilobytes?)$/, size: 1024, plural: 'KB' },
  { field: 'Megabytes', written: /^(m|mb|mib|megabytes?)$/, size: 1024 ** 2, plural: 'MB' },
  { field: 'Gigabytes', written: /^(g|gb|gib|gigabytes?)$/, size: 1024 ** 3, plural: 'GB' },
];

const PERCENT: readonly Unit[] = [{ field: 'Percent', written: /^(%|percent)$/, size: 1, plural: 'percent' }];

/** Converts a number with a unit to the unit of a field: `30s` for timeoutSeconds is 30; undefined for other text. */
export function convertQuantity(text: string, field: string): number | undefined {
  const [, number = '', unit = ''] = /^\s*([0-9][0-9_,]*(?:\.[0-9]+)?)\s*([A-Za-z%]+)\s*$/.exec(text) ?? [];
  const [units, target] = unitsOf(field);
  const written = units.find((candidate) => candidate.written.test(unit.toLowerCase()));
  if (target === undefined || written === undefined) return undefined;
  return (Number(number.replaceAll(/[_,]/g, '')) * written.size) / target.size;
}

/** A number converted from other units to the field's unit: the results that the field accepts, as text. */
export function otherUnits(value: number, field: string, accepts: (value: number) => boolean): string[] {
  const [units, target] = unitsOf(field);
  if (target === undefined) return [];
  return units.flatMap((unit) => {
    const converted = (value * unit.size) / target.size;
    return unit === target || !Number.isInteger(converted) || !accepts(converted)
      ? []
      : [`${value} ${unit.plural} = ${converted}`];
  });
}

/** The unit in the name of a field, as text; undefined for a name without a unit. */
export function unitOf(field: string): string | undefined {
  return unitsOf(field)[1]?.plural;
}

function unitsOf(field: string): [readonly Unit[], Unit | undefined] {
  for (const units of [TIME, SIZE, PERCENT]) {
    const target = units.find((unit) => field.endsWith(unit.field));
    if (target !== undefined) return [units, target];
  }
  return [[], undefined];
}
