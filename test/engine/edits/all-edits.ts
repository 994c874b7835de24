// The edits of the spec that uses nearly every field, computed once for all tests of a process.

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

/** The share of the edits in `npm test`. */
const SHARE = 0.08;

let known: SpecWithEdits | undefined;

/** The first spec with its edits: a sample of them in `npm test`. With all edits the first call compiles thousands of specs. */
export function firstSpecWithEdits(): SpecWithEdits {
  known ??= findEdits();
  return known;
}

function findEdits(): SpecWithEdits {
  const [start] = specsToEdit();
  if (start === undefined) throw new Error('there is no spec to edit');
  return {
    start,
    leaves: leafEdits(start, (path) => isSampled(formatPath(path), SHARE)),
    structural: structuralEdits(start, (name) => isSampled(name, SHARE)),
  };
}
