// Amounts that may depend on a fact that the spec does not state.

/** An amount, or the fact that it depends on. An unknown amount is never counted as 0. */
export type Amount = number | Unknown;

/** A missing fact, as text that completes "depends on". */
export interface Unknown {
  readonly dependsOn: string;
}

/** An amount that depends on a fact that the spec does not state. */
export function unknown(dependsOn: string): Unknown {
  return { dependsOn };
}

/** Whether an amount is known. */
export function isKnown(amount: Amount): amount is number {
  return typeof amount === 'number';
}

/** An amount for each of `count` units. Nothing of an unknown amount is 0. */
export function times(amount: Amount, count: Amount): Amount {
  if (amount === 0 || count === 0) return 0;
  if (!isKnown(amount)) return amount;
  return isKnown(count) ? amount * count : count;
}

/** The sum of amounts; unknown if one of them is. */
export function total(amounts: readonly Amount[]): Amount {
  return (
    amounts.find((amount) => !isKnown(amount)) ?? (amounts as readonly number[]).reduce((sum, one) => sum + one, 0)
  );
}
