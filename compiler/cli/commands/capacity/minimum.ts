// Finds the cheapest settings that sustain a rate, and verifies them by a simulation of the compiled spec.
//
// The search is exact. While no limit refuses requests, each part has the whole load, so the sufficient values of a field do not depend
// on those of others; and a higher value never costs less. The smallest values, each found by bisection, are therefore the cheapest.
// Only the reads of lists grow with the shards, which the maximum of writes determines: the writes come first.

import type { CompileContext } from '../../../compile/compile';
import { compileEdited } from '../../../compile/edited-spec';
import { editedSystem } from '../../../compile/edited-system';
import { changeByLevel, costDifference, type UsdByLevel } from '../../../estimates/cost/cost-difference';
import { estimateCost, type System } from '../../../estimates/cost/estimate';
import { mixOf } from '../../../estimates/traffic/traffic';
import { editEnvironment } from '../../../language/expand/edited-environment';
import type { Edit } from '../../../source/edit';
import { formatPath, type SpecMap, toPlain } from '../../../source/spec-node';
import { type PlacedField, placeField } from '../../specs/placed-field';
import { type BillingModes, compareBillingModes } from './billing-modes';
import { type Setting, settingsFor } from './settings';
import { type Shortage, type Steady, shortagesOf, sustains } from './steady';

/** A field with another value, and its effect on the cost of a month after the fields before it. */
export interface FieldChange extends PlacedField {
  readonly path: Edit['path'];
  readonly present: number;
  readonly proposed: number;
  readonly usd: UsdByLevel;
}

/** The cheapest settings for a rate. */
export interface Minimum extends Steady {
  readonly changes: readonly FieldChange[];
  /** The change of the monthly cost by all changes. */
  readonly usd: UsdByLevel;
  /** The limits that prevent the rate whatever the fields are. Empty: the settings sustain the rate. */
  readonly shortages: readonly Shortage[];
  /** Absent if no table has provisioned capacity, or without a valid spec in both modes. */
  readonly billing?: BillingModes;
}

/** A valid spec, merged with the specs that it extends, and its system. */
export interface SizedSpec {
  readonly system: System;
  readonly spec: SpecMap;
  readonly context: CompileContext;
}

/** Finds the cheapest settings. */
export function findMinimum(sized: SizedSpec, steady: Steady): Minimum {
  const { environment } = sized.system;
  const systemWith = (tried: Values): System => ({
    ...sized.system,
    environment: editEnvironment(environment, [...tried.values()]),
  });
  const settingsWith = (tried: Values) => {
    const edited = systemWith(tried).environment;
    return settingsFor(edited, environment, { mix: mixOf(edited, steady.weights), rate: steady.rate });
  };
  const settings = settingsWith(new Map());
  let values = ampleValues(settingsWith(ampleValues(settings)));
  const shortages = shortagesOf(systemWith(values), steady);
  if (shortages.length > 0) return { ...steady, changes: [], usd: {}, shortages };
  for (const { field } of settings) {
    const setting = settingsWith(values).find((one) => formatPath(one.field) === formatPath(field));
    if (setting === undefined) continue;
    const found = smallest(intervalOf(setting, values), (value) =>
      sustains(systemWith(withValue(values, field, value)), steady),
    );
    values = withValue(values, field, found);
  }
  return verified(sized, steady, changesOf(settings, values));
}

/** The values of fields, by the text of their paths. */
type Values = ReadonlyMap<string, { readonly path: Edit['path']; readonly value: number }>;

/** Values that sustain the rate unless a limit of AWS prevents it. */
function ampleValues(settings: readonly Setting[]): Values {
  return settings.reduce<Values>((values, { field, ample }) => withValue(values, field, ample), new Map());
}

function withValue(values: Values, path: Edit['path'], value: number): Values {
  return new Map([...values, [formatPath(path), { path, value }]]);
}

function valueAt(values: Values, path: Edit['path']): number | undefined {
  return values.get(formatPath(path))?.value;
}

/** The value below the smallest one to try, and a value that holds. */
interface Interval {
  readonly failing: number;
  readonly holding: number;
}

function intervalOf({ least, ample, notAbove = [], notBelow = [] }: Setting, values: Values): Interval {
  const lowest = Math.min(ample, Math.max(least, valueAt(values, notBelow) ?? least));
  return { failing: lowest - 1, holding: Math.max(lowest, valueAt(values, notAbove) ?? ample) };
}

/** The smallest whole value for which a monotone property holds. */
function smallest(interval: Interval, holds: (value: number) => boolean): number {
  let { failing, holding } = interval;
  // The smallest value by arithmetic is often sufficient.
  if (failing + 1 < holding && holds(failing + 1)) return failing + 1;
  while (holding - failing > 1) {
    const middle = Math.floor((failing + holding) / 2);
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}

interface Change {
  readonly path: Edit['path'];
  readonly present: number;
  readonly value: number;
}

/** The fields that change. A lower minimum comes first, and a higher maximum before its minimum, so that each step is valid. */
function changesOf(settings: readonly Setting[], values: Values): readonly Change[] {
  const changes = settings.flatMap(({ field, present }): Change[] => {
    const value = valueAt(values, field) ?? present;
    return value === present ? [] : [{ path: field, present, value }];
  });
  const isLowerMinimum = ({ path, present, value }: Change) => path.at(-1) === 'minimum' && value < present;
  return [...changes.filter(isLowerMinimum), ...changes.filter((change) => !isLowerMinimum(change))];
}

/** Compiles the spec with the changes, simulates it, and adds the costs. */
function verified({ system, spec, context }: SizedSpec, steady: Steady, changes: readonly Change[]): Minimum {
  const plain = toPlain(spec);
  const before = estimateCost(system);
  const edited = editedSystem(plain, changes, context);
  if (edited === undefined) {
    const { diagnostics } = compileEdited(plain, changes, context);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return { ...steady, changes: [], usd: {}, shortages: errors.map(({ message }) => ({ what: message })) };
  }
  let latest = before;
  const placed = changes.map(({ path, present, value }, at): FieldChange => {
    const step = editedSystem(plain, changes.slice(0, at + 1), context);
    const next = step === undefined ? latest : estimateCost(step);
    const usd = changeByLevel(costDifference(latest, next));
    latest = next;
    return { ...placeField(spec, path), path, present, proposed: value, usd };
  });
  const billing = compareBillingModes({ plain, changes, context }, steady);
  return {
    ...steady,
    changes: placed,
    usd: changeByLevel(costDifference(before, estimateCost(edited))),
    shortages: shortagesOf(edited, steady),
    ...(billing === undefined ? {} : { billing }),
  };
}
