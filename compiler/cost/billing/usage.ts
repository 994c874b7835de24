// The billed usage of a resource, and how the kinds of resources define it.

import type { ExpandedEnvironment } from '../../expand/expand';
import type { ResourceGraph, ResourceNode } from '../../graph/graph';
import type { Kind } from '../../graph/kinds';
import type { Amount } from '../../traffic/amount';
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
}

/** Whether AWS bills resources of a kind. */
export type Billing<K extends Kind = Kind> =
  /** The list of usages of a resource is the same at each level. */
  | { readonly is: 'billed'; readonly usageOf: (node: ResourceNode<K>, context: BillingContext) => readonly Usage[] }
  /** AWS does not bill them, or bills them as usage of another kind. */
  | { readonly is: 'free'; readonly reason: string };

/** The billing of the kinds of a service. */
export type BillingTable = { readonly [K in Kind]?: Billing<K> };

/** A kind that AWS bills. */
export function billed<K extends Kind>(
  usageOf: (node: ResourceNode<K>, context: BillingContext) => readonly Usage[],
): Billing<K> {
  return { is: 'billed', usageOf };
}

/** A kind that AWS does not bill. */
export function free(reason: string): { readonly is: 'free'; readonly reason: string } {
  return { is: 'free', reason };
}

/** The name of the part that a resource comes from, such as `payments` for `tables.payments`. */
export function partOf({ origin }: ResourceNode): string {
  return String(origin.steps[1] ?? origin.steps[0]);
}
