// The parts of a system and the connections between them, as the overview shows them.

/** The columns of the overview from left to right, and the row of operations below them. */
export const LAYERS = ['clients', 'gateway', 'routes', 'functions', 'data', 'operations'] as const;

/** A column of the overview, or its row of operations. */
export type Layer = (typeof LAYERS)[number];

/** A setting of a part, as text, and its location in the spec, such as `spec/system.yaml:42:3`. */
export interface Fact {
  readonly text: string;
  readonly place: string;
}

/** A part of a system: a part of the spec, the clients of the API, or a group of parts. */
export interface Part {
  /** Stable while the part keeps its name: its path in the spec, such as `tables.payments`; `clients`; the path of a group. */
  readonly id: string;
  readonly layer: Layer;
  /** The AWS service and kind, such as `Lambda function`, or the HTTP method of a route. */
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly facts: readonly Fact[];
  /** The names of the alarms on the part. */
  readonly alarms: readonly string[];
  /** Parts inside this one: the indexes of a table, the web ACL of a gateway. */
  readonly inner: readonly InnerPart[];
}

/** A part inside another one. */
export type InnerPart = Pick<Part, 'id' | 'kind' | 'title' | 'place' | 'alarms'> & { readonly fact: string };

/** A connection between two parts. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** The effects of the connection, each in one or two words, such as `Query`. */
  readonly actions: readonly string[];
}

/** A system. */
export interface System {
  /** The project and the environment. */
  readonly title: string;
  /** The spec and the Region. */
  readonly subtitle: string;
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
}
