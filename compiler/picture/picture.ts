// A laid out overview as data: boxes and edges with positions in pixels, for any renderer.

import type { Layer } from './system';

/** A point. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle: its left upper corner and its size. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where live values are: a point on the baseline of a line of text, and the width of the room for them. */
export interface LiveSlot extends Point {
  readonly width: number;
}

/** The roles of texts, which determine their fonts. */
export type TextRole = 'kind' | 'name' | 'detail' | 'method';

/** A text on one line; `x` is its left end, and `y` its baseline. */
export interface PlacedText extends Point {
  readonly role: TextRole;
  /** The text, cut if it does not fit. */
  readonly text: string;
  /** The text as a whole. */
  readonly full: string;
  /** The location in the spec, such as `spec/system.yaml:42:3`. */
  readonly place: string;
}

/** A box for a part of the system. */
export interface PictureBox extends Area {
  /** Stable while the part keeps its name: its path in the spec, such as `tables.payments`; `clients`; `more.routes`. */
  readonly id: string;
  readonly layer: Layer;
  /** The kind and the name of the part, such as `Lambda function payment-processor`. */
  readonly title: string;
  readonly place: string;
  /** The ids of the parts that this box shows; several for a group. */
  readonly members: readonly string[];
  /** The names of the alarms on the part and on the parts inside it. */
  readonly alarms: readonly string[];
  readonly texts: readonly PlacedText[];
  readonly inner: readonly InnerBox[];
  /** Where the number of alarms is: the centre of a badge. */
  readonly badge: Point;
  /** Where live values of the part are, by the right end of the line; absent if the layout has no room for them. */
  readonly live?: LiveSlot;
}

/** A box inside another one, such as an index of a table. */
export type InnerBox = Pick<PictureBox, 'id' | 'title' | 'place' | 'alarms' | 'texts' | 'x' | 'y' | 'width' | 'height'>;

/** A label on an edge. */
export interface EdgeLabel extends Area {
  readonly lines: readonly string[];
  /** Where live values of the edge are, by the middle of the line; absent if several edges share the label. */
  readonly live?: LiveSlot;
}

/** A line between two boxes, with an arrow at its end. */
export interface PictureEdge {
  /** The ids of the boxes, such as `functions.payment-processor->tables.payments`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** All effects of the edge, such as `GetItem, PutItem`. */
  readonly title: string;
  /** The commands of an SVG path. */
  readonly path: string;
  /** The visible label of at most two lines; absent if a neighbour has the same, or if there is no room. */
  readonly label?: EdgeLabel;
}

/** An overview. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  /** One sentence that describes the overview to people who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly edges: readonly PictureEdge[];
}
