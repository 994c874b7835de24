// The edits of the spec that uses nearly every field.

import { formatPath } from '../../../compiler/source/spec-node';
import { isSampled } from '../../exhaustive';
import { type Edit, type EditedSpec, specsToEdit } from './edit';
import { leafEdits } from './leaves';
import { structuralEdits } from './maps';

/** A spec with its edits. */
export interface SpecWithEdits {
  readonly start: EditedSpec;
  readonly leaves: readonly Edit[];
  readonly structural: readonly Edit[];
}

/** The first spec with its edits: a share of them in `npm test`. With all edits the call compiles thousands of specs. */
export function firstSpecWithEdits(share: number): SpecWithEdits {
  const [start] = specsToEdit();
  if (start === undefined) throw new Error('there is no spec to edit');
  return {
    start,
    leaves: leafEdits(start, (path) => isSampled(formatPath(path), share)),
    structural: structuralEdits(start, (name) => isSampled(name, share)),
  };
}
