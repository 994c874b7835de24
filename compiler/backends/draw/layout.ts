// Lays a drawing out in layers from left to right. The only import of `@dagrejs/dagre`.

import { Graph, layout, type Point } from '@dagrejs/dagre';
import type { Arrow, Box, Drawing } from './drawing';

/** A rectangle: its centre and its size, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing with the positions of its parts. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly (Place & { readonly name: string })[];
  readonly boxes: readonly (Place & { readonly box: Box; readonly group: number })[];
  readonly arrows: readonly { readonly arrow: Arrow; readonly points: readonly Point[]; readonly label: Point }[];
}

/** The size of text, in pixels; all letters of a monospaced font have the same width. */
export const TEXT = { letter: 7.3, small: 6.1, line: 17 } as const;

const PADDING = 12;

/** Computes the layout of a drawing; deterministic. */
export function layOut({ groups, arrows }: Drawing): Layout {
  const graph = new Graph({ compound: true });
  const ranker = rankerFor(groups.reduce((count, { boxes }) => count + boxes.length, 0));
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 46, edgesep: 8, marginx: 24, marginy: 40, ranker });
  for (const [at, { name, boxes }] of groups.entries()) {
    graph.setNode(groupId(at), { label: name });
    for (const box of boxes) {
      const width = Math.max(box.kind.length * TEXT.small, box.name.length * TEXT.letter) + 2 * PADDING;
      graph.setNode(box.id, { width: Math.round(width), height: 2 * TEXT.line + PADDING });
      graph.setParent(box.id, groupId(at));
    }
  }
  for (const { from, to, label } of arrows) {
    graph.setEdge(from, to, { width: label.length * TEXT.small, height: TEXT.line, labelpos: 'c' });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    groups: groups.map(({ name }, at) => ({ name, ...withHeading(placeOf(graph, groupId(at))) })),
    boxes: groups.flatMap(({ boxes }, group) => boxes.map((box) => ({ box, group, ...placeOf(graph, box.id) }))),
    arrows: arrows.map((arrow) => {
      const {
        points = [],
        x = 0,
        y = 0,
      } = graph.edge(arrow.from, arrow.to) as { points?: Point[]; x?: number; y?: number };
      return { arrow, points, label: { x, y } };
    }),
  };
}

/** The largest number of boxes whose columns are chosen for short arrows. */
const MOST_BOXES_BY_SIMPLEX = 150;

/**
 * How dagre chooses the column of each box. The network simplex gives the shortest arrows, but its time grows at least with the
 * square of the number of boxes. For 600 boxes, it takes nine tenths of the layout time.
 */
export function rankerFor(boxes: number): 'network-simplex' | 'tight-tree' {
  return boxes > MOST_BOXES_BY_SIMPLEX ? 'tight-tree' : 'network-simplex';
}

/** The additional height for the name of a group, in pixels; less than the 8 pixels between two groups. */
const HEADING = 7;

/** Enlarges a group to make room for its name at the top. */
function withHeading({ x, y, width, height }: Place): Place {
  return { x, y: y - HEADING / 2, width: width + PADDING, height: height + HEADING };
}

function groupId(at: number): string {
  return `group::${at}`;
}

function placeOf(graph: Graph, id: string): Place {
  const { x, y, width, height } = graph.node(id) as Place;
  return { x, y, width, height };
}
