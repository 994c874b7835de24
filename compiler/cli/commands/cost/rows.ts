// The lines of an estimate, joined by part and usage, and their amounts as text.

import { dollars } from '../../../estimates/cost/dollars';
import { type ByLevel, type CostLine, type Estimate, LEVELS, type Total } from '../../../estimates/cost/estimate';
import { type Amount, isKnown, total } from '../../../estimates/traffic/amount';
import { groupBy } from '../../../estimates/traffic/group';
import type { PlacedAdvice } from './run';

/** The cost of one use of a part. */
export interface CostRow {
  readonly what: string;
  readonly usd: ByLevel<Amount>;
}

/** The costs of a part of the spec. */
export interface CostPart {
  readonly part: string;
  readonly place: string;
  readonly rows: readonly CostRow[];
}

/** The parts with a cost at any level, the most expensive first. Uses that cost nothing at all levels are omitted. */
export function partsOf({ lines }: Estimate): readonly CostPart[] {
  const parts = [...groupBy(lines.filter(costsSomething), ({ part }) => part)].map(([part, own]): CostPart => {
    const rows = [...groupBy(own, ({ what }) => what)].map(([what, same]) => ({ what, usd: sumOf(same) }));
    return { part, place: own[0]?.place ?? '', rows };
  });
  return parts.sort((a, b) => weightOf(b) - weightOf(a) || (a.part < b.part ? -1 : 1));
}

/** The numbers of the facts that amounts depend on, in the order in which they appear. */
export class Footnotes {
  private readonly facts: string[] = [];

  /** The mark of a fact, such as `[1]`. */
  mark(fact: string): string {
    const at = this.facts.indexOf(fact);
    if (at < 0) this.facts.push(fact);
    return `[${at < 0 ? this.facts.length : at + 1}]`;
  }

  /** The facts with their marks. */
  get lines(): readonly string[] {
    return this.facts.map((fact, at) => `[${at + 1}] depends on ${fact}`);
  }
}

/** An amount in US dollars, or the mark of the fact that it depends on. */
export function amountText(amount: Amount, notes: Footnotes): string {
  return isKnown(amount) ? shortDollars(amount) : notes.mark(amount.dependsOn);
}

/** Advice in a sentence. */
export function adviceText({ what, usd, place, condition }: PlacedAdvice): string {
  return `save ${dollars(usd)}: ${what} (${place}): ${condition}`;
}

/** A sum in US dollars, and the marks of the facts that it lacks. */
export function totalText({ usd, dependsOn }: Total, notes: Footnotes): string {
  return [shortDollars(usd), ...dependsOn.map((fact) => notes.mark(fact))].join(' + ');
}

function shortDollars(usd: number): string {
  return usd > 0 && usd < 0.005 ? '< 0.01' : dollars(usd);
}

function costsSomething({ usd }: CostLine): boolean {
  return LEVELS.some((level) => usd[level] !== 0);
}

function sumOf(lines: readonly CostLine[]): ByLevel<Amount> {
  const at = (level: (typeof LEVELS)[number]) => total(lines.map(({ usd }) => usd[level]));
  return { floor: at('floor'), expected: at('expected'), ceiling: at('ceiling') };
}

function weightOf({ rows }: CostPart): number {
  const known = (amount: Amount) => (isKnown(amount) ? amount : 0);
  return rows.reduce((sum, { usd }) => sum + known(usd.floor) + known(usd.expected), 0);
}
