// The parts that events use.

import type { Books } from '../books';
import type { Functions } from '../functions';
import type { SimulatedTable } from '../tables';
import type { Ledger } from './ledger';
import type { Queues } from './queues';

/** The parts that events use. */
export interface EventParts {
  readonly functions: Functions;
  readonly tables: ReadonlyMap<string, SimulatedTable>;
  readonly queues: Queues;
  readonly ledger: Ledger;
  readonly books: Books;
}
