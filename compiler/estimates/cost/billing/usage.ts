// The billed usage of a resource, and how the kinds of resources define it.

import type { ResourceGraph, ResourceNode } from '../../../graph/graph';
import type { Kind } from '../../../graph/kind';
import type { BilledKind } from '../../../graph/kinds/kinds';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { Amount } from '../../traffic/amount';
import type { Assumed } from '../../traffic/assumptions';
import type { Load } from '../../traffic/load';
import type { RateName } from '../prices/rates';

/** The units of a rate that a resource uses in a month. */
export interface Usage {
  readonly rate: RateName;
  /** The use of the units, such as `write capacity of index status-index`. */
  readonly what: string;
  readonly amount: Amount;
  /** The Region whose price applies; absent: that of the system. */
  readonly region?: string;
}

/** The system and its load at one level. */
export interface BillingContext {
  readonly graph: ResourceGraph;
  readonly environment: ExpandedEnvironment;
  readonly load: Load;
  readonly assume: Assumed;
}

/** The usages of a resource. Their list is the same at each level. */
export type Billing<K extends Kind = Kind> = (node: ResourceNode<K>, context: BillingContext) => readonly Usage[];

/** The billing of the kinds of a service. */
export type BillingTable = { readonly [K in BilledKind]?: Billing<K> };

/** The name of the part that a resource comes from, such as `payments` for `tables.payments`. */
export function partOf({ origin }: ResourceNode): string {
  return String(origin.steps[1] ?? origin.steps[0]);
}
