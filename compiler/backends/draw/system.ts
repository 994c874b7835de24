// Converts the overview of a system to a drawing, for formats that lay out the boxes themselves.

import { LAYERS, type System } from '../../picture/system';
import { type Drawing, labelOf } from './drawing';

/** All parts of a system by column, with an arrow for each link. */
export function drawSystem({ title, parts, links }: System): Drawing {
  const groups = LAYERS.map((name) => ({
    name,
    boxes: parts
      .filter(({ layer }) => layer === name)
      .map(({ id, kind, title: box, place }) => ({ id, kind, name: box, part: id, place })),
  }));
  return {
    title,
    groups: groups.filter(({ boxes }) => boxes.length > 0),
    arrows: links.map(({ from, to, actions }) => ({ from, to, label: labelOf(actions) })),
  };
}
