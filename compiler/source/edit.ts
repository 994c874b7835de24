// Edits of the plain values of a spec.

import type { PathStep, Plain } from './spec-node';

/** Another value of a field; `undefined` removes the field. */
export interface Edit {
  readonly path: readonly PathStep[];
  readonly value: Plain | undefined;
}

/** A copy of a spec in which a path has another value, or none. The order of keys stays the same; new ones come last. */
export function withValue(spec: Plain, path: readonly PathStep[], value: Plain | undefined): Plain {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? {};
  if (Array.isArray(spec)) return spec.map((item, at) => (at === step ? withValue(item, rest, value) : item));
  const map = typeof spec === 'object' && spec !== null ? (spec as { [key: string]: Plain }) : {};
  if (rest.length > 0 || value !== undefined) return { ...map, [step]: withValue(map[step] ?? {}, rest, value) };
  const { [step]: _, ...others } = map;
  return others;
}
