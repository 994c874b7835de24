// Compares the two billing modes of tables by the cost of a month at a steady rate.

import type { CompileContext } from '../../../compile/compile';
import { editedSystem } from '../../../compile/edited-system';
import { estimateCost, type System } from '../../../estimates/cost/estimate';
import { isKnown } from '../../../estimates/traffic/amount';
import type { Edit } from '../../../source/edit';
import type { Plain } from '../../../source/spec-node';
import { type Steady, shortagesOf } from './steady';

/** The cost of all tables in a month at the rate, in US dollars. */
export interface BillingModes {
  readonly provisioned: number;
  readonly onDemand: number;
  /** Whether new on-demand tables admit the rate at once. */
  readonly isOnDemandSufficient: boolean;
}

/** A spec with changes that sustain a rate. */
interface ChangedSpec {
  readonly plain: Plain;
  readonly changes: readonly Edit[];
  readonly context: CompileContext;
}

/** Compares the modes; undefined if no table has provisioned capacity, or if the compiler rejects the spec in one of the modes. */
export function compareBillingModes(
  { plain, changes, context }: ChangedSpec,
  steady: Steady,
): BillingModes | undefined {
  const { rate, weights } = steady;
  const traffic: Edit = { path: ['traffic'], value: { requestsPerSecond: rate, routes: weights } };
  const provisioned = editedSystem(plain, [...changes, traffic], context);
  const edits = onDemandEdits(provisioned);
  if (provisioned === undefined || edits.length === 0) return undefined;
  const onDemand = editedSystem(plain, [...changes, traffic, ...edits], context);
  if (onDemand === undefined) return undefined;
  return {
    provisioned: usdOfTables(provisioned),
    onDemand: usdOfTables(onDemand),
    isOnDemandSufficient: shortagesOf(onDemand, steady).length === 0,
  };
}

/** The edits that make provisioned tables on-demand ones. */
function onDemandEdits(system: System | undefined): readonly Edit[] {
  return Object.entries(system?.environment.tables ?? {}).flatMap(([name, { capacity, indexes }]): Edit[] => {
    if (capacity === undefined) return [];
    const table = ['tables', name];
    const owned = Object.entries(indexes).filter(([, index]) => index.capacity !== undefined);
    return [
      { path: [...table, 'billingMode'], value: 'PAY_PER_REQUEST' },
      { path: [...table, 'capacity'], value: undefined },
      ...owned.map(([index]) => ({ path: [...table, 'indexes', index, 'capacity'], value: undefined })),
    ];
  });
}

function usdOfTables(system: System): number {
  const lines = estimateCost(system).lines.filter(({ part }) => part.startsWith('tables.'));
  return lines.reduce((sum, { usd: { expected } }) => sum + (isKnown(expected) ? expected : 0), 0);
}
