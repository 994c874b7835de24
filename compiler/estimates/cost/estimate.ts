// Estimates the monthly cost of a system at three levels: without traffic, with the expected traffic, and at its limits.

import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import { isBilled } from '../../graph/kinds/kinds';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { type Amount, isKnown, unknown } from '../traffic/amount';
import { type Assumed, assumed } from '../traffic/assumptions';
import { type Load, loadOf } from '../traffic/load';
import { ceilingTraffic, expectedTraffic, floorTraffic, type Level, type Traffic } from '../traffic/traffic';
import { BILLING } from './billing/billing';
import type { Billing, BillingContext, Usage } from './billing/usage';
import { freeUnitsOf, priceOf, RATES, type Rate, type RateName, tiersOf } from './prices/rates';

/** The levels of an estimate, in order. */
export const LEVELS = ['floor', 'expected', 'ceiling'] as const satisfies readonly Level[];

/** An amount at each level. */
export type ByLevel<T> = { readonly [L in Level]: T };

/** The cost of a usage in a month. */
export interface CostLine {
  /** The part of the spec, such as `tables.payments`, and its location. */
  readonly part: string;
  readonly place: string;
  /** The logical name of the resource. */
  readonly resource: string;
  readonly what: string;
  readonly rate: RateName;
  readonly region: string;
  /** The unit of the rate; empty if it has no price. */
  readonly unit: string;
  readonly units: ByLevel<Amount>;
  /** US dollars a month. */
  readonly usd: ByLevel<Amount>;
}

/** The estimate of a system. */
export interface Estimate {
  readonly region: string;
  readonly lines: readonly CostLine[];
  /** The sums of the known lines, in US dollars, and the facts that the other lines depend on. */
  readonly totals: ByLevel<Total>;
  /** The rows of prices that the estimate uses. */
  readonly rates: readonly Rate[];
}

/** A sum of amounts, and the distinct facts that it lacks. */
export interface Total {
  readonly usd: number;
  readonly dependsOn: readonly string[];
}

/** The options of an estimate. */
export interface EstimateOptions {
  /** Whether to subtract the free allowances, which AWS grants once to an account or an organization. */
  readonly freeTier?: boolean;
}

/** The system to estimate. */
export interface System {
  readonly graph: ResourceGraph;
  readonly environment: ExpandedEnvironment;
}

/** Estimates the cost of a month. */
export function estimateCost(system: System, { freeTier = false }: EstimateOptions = {}): Estimate {
  const { graph, environment } = system;
  const floor = usagesOf(system, floorTraffic(environment));
  const expected = expectedTraffic(environment);
  const ceiling = usagesOf(system, ceilingTraffic(environment));
  const usages: ByLevel<readonly PlacedUsage[]> = {
    floor,
    expected: expected === undefined ? withoutTraffic(floor, ceiling) : usagesOf(system, expected),
    ceiling,
  };
  const prices = byLevel((level) => pricesOf(usages[level], freeTier));
  const lines = floor.map(({ node, what, rate, region }, at): CostLine => {
    const atLevel = <T>(of: (usage: PlacedUsage, level: Level) => T) =>
      byLevel((level) => of(usages[level][at] as PlacedUsage, level));
    return {
      part: node.origin.path,
      place: node.origin.place,
      resource: node.name,
      what,
      rate,
      region,
      unit: tiersOf(region, rate)[0]?.unit ?? '',
      units: atLevel(({ amount }) => amount),
      usd: atLevel((usage, level) => prices[level](usage)),
    };
  });
  const used = new Set(lines.flatMap(({ region, rate }) => tiersOf(region, rate)));
  return {
    region: graph.provider.region,
    lines,
    totals: byLevel((level) => totalOf(lines.map(({ usd }) => usd[level]))),
    rates: [...used],
  };
}

/** The sum of the expected level alone, under other assumptions if given; undefined without expected traffic. */
export function expectedTotal(system: System, assume?: Assumed): Total | undefined {
  const traffic = expectedTraffic(system.environment);
  if (traffic === undefined) return undefined;
  const usages = usagesOf(system, traffic, assume);
  return totalOf(usages.map(pricesOf(usages, false)));
}

/** The expected usages of a spec without traffic: those that the limits do not change, such as a key, are known. */
function withoutTraffic(floor: readonly PlacedUsage[], ceiling: readonly PlacedUsage[]): readonly PlacedUsage[] {
  return floor.map((usage, at) =>
    !isKnown(usage.amount) || usage.amount === ceiling[at]?.amount ? usage : { ...usage, amount: unknown('traffic') },
  );
}

/** A usage with its resource and Region. */
export interface PlacedUsage extends Usage {
  readonly node: AnyResourceNode;
  readonly region: string;
}

function usagesOf(system: System, traffic: Traffic, assume?: Assumed): readonly PlacedUsage[] {
  return usagesUnder(system, loadOf(system.environment, traffic, assume), assume);
}

/** The usages of all billed resources in a month of a load. */
export function usagesUnder(
  { graph, environment }: System,
  load: Load,
  assume: Assumed = assumed,
): readonly PlacedUsage[] {
  const context: BillingContext = { graph, environment, load, assume };
  return graph.resources.flatMap((node) => {
    if (!isBilled(node.kind)) return [];
    const usages = (BILLING[node.kind] as Billing)(node, context);
    return usages.map((usage) => ({ region: graph.provider.region, ...usage, node }));
  });
}

/**
 * The price of each usage. Tiers and allowances apply to the sum of a rate in a Region, so that each usage pays its share of the sum:
 * a system alone in its account.
 */
function pricesOf(usages: readonly PlacedUsage[], freeTier: boolean): (usage: PlacedUsage) => Amount {
  const sums = new Map<string, number>();
  const keyOf = ({ region, rate }: PlacedUsage) => `${region} ${rate}`;
  for (const usage of usages) {
    if (isKnown(usage.amount)) sums.set(keyOf(usage), (sums.get(keyOf(usage)) ?? 0) + usage.amount);
  }
  return (usage) => {
    const { amount, region, rate } = usage;
    if (!isKnown(amount)) return amount;
    if (amount === 0) return 0;
    const sum = sums.get(keyOf(usage)) ?? 0;
    const price = priceOf(tiersOf(region, rate), Math.max(0, sum - (freeTier ? freeUnitsOf(rate) : 0)));
    return price === undefined ? unknown(`a price of ${RATES[rate].meaning} in ${region}`) : (price * amount) / sum;
  };
}

function byLevel<T>(of: (level: Level) => T): ByLevel<T> {
  return { floor: of('floor'), expected: of('expected'), ceiling: of('ceiling') };
}

/** The sum of the known amounts, and the facts that the others depend on. */
export function totalOf(amounts: readonly Amount[]): Total {
  const missing = amounts.flatMap((amount) => (isKnown(amount) ? [] : [amount.dependsOn]));
  return { usd: amounts.filter(isKnown).reduce((sum, amount) => sum + amount, 0), dependsOn: [...new Set(missing)] };
}
