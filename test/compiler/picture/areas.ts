// Relations of areas, for the tests of layouts.

import type { Area } from '../../../compiler/picture/picture';

/** Whether an area is within another. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The pairs of areas that overlap. */
export function overlapping(areas: readonly Area[]): [Area, Area][] {
  return areas.flatMap((a, at) =>
    areas
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b): [Area, Area] => [a, b]),
  );
}
