// The cost of each changed field: the cost with only this field changed, minus the cost before the change.

import type { CompileContext } from '../../../compile/compile';
import { editedSystem } from '../../../compile/edited-system';
import type { ComparedSpec } from '../../../diff/classes/change';
import {
  changeByLevel,
  costDifference,
  type LevelDifference,
  largestChange,
  remainderOf,
  type UsdByLevel,
} from '../../../estimates/cost/cost-difference';
import { type Estimate, estimateCost } from '../../../estimates/cost/estimate';
import type { ValueChange } from '../../../language/values/difference';
import type { Edit } from '../../../source/edit';
import { nodeAt, type PathStep, type SpecMap, toPlain } from '../../../source/spec-node';
import { type PlacedField, placeField } from '../../specs/placed-field';

/** The effect of one changed field on the cost of a month. */
export interface FieldCost extends PlacedField {
  readonly usd: UsdByLevel;
}

/** The costs of the changed fields. */
export interface FieldCosts {
  /** The fields with an effect on the cost, the largest effect first. */
  readonly fields: readonly FieldCost[];
  /** The effect of fields together that no field has alone. */
  readonly together: UsdByLevel;
  /** The fields that are not valid when they change alone. */
  readonly notAlone: readonly string[];
  /** The number of further changed fields, which are not estimated. */
  readonly omitted: number;
}

/** Each field is compiled on its own, so that a large change would take seconds. */
const MOST_FIELDS = 20;

/** Two specs, their changed values, and the differences of their costs. */
export interface CostChange {
  readonly before: ComparedSpec;
  readonly after: ComparedSpec;
  readonly values: readonly ValueChange[];
  readonly estimate: Estimate;
  readonly differences: readonly LevelDifference[];
}

/** The costs of the changed fields. A part that exists on one side only is one field. */
export function fieldCosts(change: CostChange, context: CompileContext): FieldCosts {
  const { before, after, values, estimate, differences } = change;
  const whole = changeByLevel(differences);
  const edits = editsBetween(before.spec, after.spec, values);
  const place = ({ path }: Edit) => placeField(nodeAt(after.spec, path) === undefined ? before.spec : after.spec, path);
  const [only] = edits;
  if (edits.length === 1 && only !== undefined)
    return { fields: [{ ...place(only), usd: whole }], together: {}, notAlone: [], omitted: 0 };
  const plain = toPlain(before.spec);
  const tried = edits.slice(0, MOST_FIELDS).map((edit) => {
    const system = editedSystem(plain, [edit], context);
    const usd = system && changeByLevel(costDifference(estimate, estimateCost(system)));
    return { ...place(edit), usd };
  });
  const fields = tried.flatMap(({ usd, ...field }) => (usd === undefined ? [] : [{ ...field, usd }]));
  return {
    fields: fields
      .filter(({ usd }) => largestChange(usd) > 0)
      .sort((a, b) => largestChange(b.usd) - largestChange(a.usd)),
    together: remainderOf(
      whole,
      fields.map(({ usd }) => usd),
    ),
    notAlone: tried.flatMap(({ field, usd }) => (usd === undefined ? [field] : [])),
    omitted: Math.max(0, edits.length - MOST_FIELDS),
  };
}

/** The edits that turn one spec into the other: each changed field that a spec states, or the part around it that only one of them has. */
function editsBetween(before: SpecMap, after: SpecMap, values: readonly ValueChange[]): readonly Edit[] {
  const edits = new Map<string, Edit>();
  for (const { path } of values) {
    const part = differingPart(before, after, path);
    const node = nodeAt(after, part);
    // A default that follows from another field is on neither side.
    if (node === undefined && nodeAt(before, part) === undefined) continue;
    edits.set(part.join('\0'), { path: part, value: node && toPlain(node) });
  }
  return [...edits.values()];
}

/** The outermost part around a field that only one of two specs has; the field itself if both have it. */
function differingPart(before: SpecMap, after: SpecMap, path: readonly PathStep[]): readonly PathStep[] {
  const depth = path.findIndex((_step, at) => {
    const part = path.slice(0, at + 1);
    return (nodeAt(before, part) === undefined) !== (nodeAt(after, part) === undefined);
  });
  return depth < 0 ? path : path.slice(0, depth + 1);
}
