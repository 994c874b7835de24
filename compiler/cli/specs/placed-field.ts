// A field of a spec as text, with its location.

import { formatPlace } from '../../source/source';
import { fieldAt, formatPath, isWritten, type PathStep, type SpecMap } from '../../source/spec-node';

/** The path of a field, and the location of its value. */
export interface PlacedField {
  readonly field: string;
  /** `default` if the spec does not have the field. */
  readonly place: string;
}

/** A value whose field is a text with its location; without both for a limit of AWS. */
export type Placed<Limited> = Omit<Limited, 'field'> & Partial<PlacedField>;

/** Locates the field that sets a limit. */
export function placeLimit<Limited extends { readonly field?: readonly PathStep[] | undefined }>(
  spec: SpecMap,
  { field, ...limit }: Limited,
): Placed<Limited> {
  return field === undefined ? limit : { ...limit, ...placeField(spec, field) };
}

/** Locates a field in a spec. */
export function placeField(spec: SpecMap, field: readonly PathStep[]): PlacedField {
  const place = isWritten(spec, field) ? formatPlace(fieldAt(spec, field)) : 'default';
  return { field: formatPath(field), place };
}
