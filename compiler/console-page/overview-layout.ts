// Arranges the boxes of the overview in columns from clients to tables and queues.

import type { Box, BoxKind, Edge, Overview, Traffic } from '../local/console/api';
import { trafficInto } from './traffic-into';

export const BOX_WIDTH = 250;

const COLUMN_GAP = 70;
const ROW_GAP = 14;
const MARGIN = 10;

const COLUMNS: readonly (readonly BoxKind[])[] = [
  ['clients'],
  ['gateway'],
  ['route'],
  ['function'],
  ['table', 'queue'],
];

/** A box with its place. */
export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly traffic: Traffic | undefined;
}

/** The picture. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly { readonly edge: Edge; readonly path: string }[];
}

/** Arranges an overview. Each column is centred. */
export function arrange({ boxes, edges }: Overview): Arrangement {
  const columns = COLUMNS.map((kinds) => boxes.filter(({ kind }) => kinds.includes(kind)));
  const heightOf = (box: Box) => (box.kind === 'route' || box.details.length === 0 || box.kind === 'clients' ? 70 : 88);
  const heights = columns.map((column) => column.reduce((sum, box) => sum + heightOf(box) + ROW_GAP, -ROW_GAP));
  const height = Math.max(...heights) + 2 * MARGIN;
  const placed = columns.flatMap((column, at) => {
    let y = (height - (heights[at] ?? 0)) / 2;
    return column.map((box): PlacedBox => {
      const place = {
        box,
        x: MARGIN + at * (BOX_WIDTH + COLUMN_GAP),
        y,
        height: heightOf(box),
        traffic: trafficInto(box, edges),
      };
      y += place.height + ROW_GAP;
      return place;
    });
  });
  const byId = new Map(placed.map((one) => [one.box.id, one]));
  return {
    width: 2 * MARGIN + COLUMNS.length * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP,
    height,
    boxes: placed,
    edges: edges.flatMap((edge) => {
      const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
      return from === undefined || to === undefined ? [] : [{ edge, path: curve(from, to) }];
    }),
  };
}

function curve(from: PlacedBox, to: PlacedBox): string {
  const [x1, y1] = [from.x + BOX_WIDTH, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
