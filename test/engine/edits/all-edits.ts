// The edits of the spec that uses nearly every field, worked out once for all tests.

import { type Edit, type EditedSpec, specsToEdit } from './edit';
import { leafEdits } from './leaves';
import { structuralEdits } from './maps';

/** A spec with its edits. */
export interface SpecWithEdits {
  readonly start: EditedSpec;
  readonly leaves: readonly Edit[];
  readonly structural: readonly Edit[];
}

let known: SpecWithEdits | undefined;

/** The first spec with all its edits; the first call compiles some thousand specs. */
export function firstSpecWithEdits(): SpecWithEdits {
  known ??= workOut();
  return known;
}

function workOut(): SpecWithEdits {
  const [start] = specsToEdit();
  if (start === undefined) throw new Error('there is no spec to edit');
  return { start, leaves: leafEdits(start), structural: structuralEdits(start) };
}
