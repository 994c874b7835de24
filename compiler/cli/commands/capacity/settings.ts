// The fields whose values decide whether a system sustains a rate, with the range in which the smallest sufficient value is.

import { valueFor } from '../../../estimates/traffic/bottleneck';
import { methodThrottle } from '../../../estimates/traffic/limits';
import type { Mix } from '../../../estimates/traffic/traffic';
import { accountThrottle } from '../../../language/expand/account-throttle';
import { numberAt } from '../../../language/expand/edited-environment';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { functionsBehind } from '../../../language/expand/throughput';
import { UNRESERVED_CONCURRENCY } from '../../../model/lambda-concurrency';
import { formatPath, type PathStep } from '../../../source/spec-node';
import { lastingLimits } from './steady';

/** A field to search. */
export interface Setting {
  readonly field: readonly PathStep[];
  readonly present: number;
  /** No smaller value sustains the rate, by arithmetic. */
  readonly least: number;
  /** A value that sustains the rate, unless a limit of AWS prevents it. */
  readonly ample: number;
  /** An earlier field whose value this one need not exceed. */
  readonly notAbove?: readonly PathStep[];
  /** An earlier field whose value this one must reach, as far as it is ample. */
  readonly notBelow?: readonly PathStep[];
}

/**
 * The fields to search, in order. A field that the spec does not set, and that has no default, is not one of them.
 * @param environment the environment with the values that the needs depend on
 * @param original the environment with the present values
 */
export function settingsFor(
  environment: ExpandedEnvironment,
  original: ExpandedEnvironment,
  { mix, rate }: { readonly mix: Mix; readonly rate: number },
): readonly Setting[] {
  const needs = new Map<string, number>();
  for (const bottleneck of lastingLimits(environment, mix)) {
    if (bottleneck.field === undefined) continue;
    const key = formatPath(bottleneck.field);
    needs.set(key, Math.max(needs.get(key) ?? 0, valueFor(bottleneck, rate)));
  }
  const ranges = [...throttles(environment, mix), ...reservations(environment), ...capacities(environment)];
  return ranges.flatMap(({ field, sizedBy = field, isSearchedIdle = false, lowest, ample, ...order }): Setting[] => {
    const present = numberAt(original, field);
    const need = needs.get(formatPath(sizedBy)) ?? (isSearchedIdle ? 1 : undefined);
    if (present === undefined || need === undefined) return [];
    const least = lowest === undefined ? need : lowest(need, present);
    return [{ field, present, least, ample: Math.max(ample ?? 2 * need, need, least), ...order }];
  });
}

/** A field with the parts of its range that do not depend on the rate. */
interface Range extends Pick<Setting, 'field' | 'notAbove' | 'notBelow'> {
  /** The field whose limit the rate needs (default: the field itself). */
  readonly sizedBy?: readonly PathStep[];
  /** Whether to search the field even if it is not that of a limit that requests of the mix use. */
  readonly isSearchedIdle?: boolean;
  /** The smallest value to try (default: the value that the rate needs in the long run). */
  readonly lowest?: (need: number, present: number) => number;
  /** Default: twice the value that the rate needs. */
  readonly ample?: number;
}

/** The throttles of the methods. The burst is at least the rate, because the requests of a second may arrive together. */
function throttles(environment: ExpandedEnvironment, mix: Mix): readonly Range[] {
  const { rate, burst } = accountThrottle(environment);
  const fields = [...mix].flatMap(([method, share]) => (share === 0 ? [] : [methodThrottle(method).field ?? []]));
  const distinct = new Map(fields.map((field) => [formatPath(field), field]));
  return [...distinct.values()].flatMap((field) => {
    const burstField = [...field.slice(0, -1), 'burstLimit'];
    return [
      { field, ample: rate },
      { field: burstField, sizedBy: field, ample: burst, notBelow: field },
    ];
  });
}

/** The reserved concurrency of functions. That of functions for events depends on more than the rate, such as slow receivers. */
function reservations({ functions, quotas, api }: ExpandedEnvironment): readonly Range[] {
  const answering = functionsBehind(api);
  return Object.keys(functions).map((name) => {
    const others = Object.entries(functions).filter(([other]) => other !== name);
    const reserved = others.reduce((sum, [, { reservedConcurrency = 0 }]) => sum + reservedConcurrency, 0);
    const ample = quotas.lambda.concurrentExecutions - UNRESERVED_CONCURRENCY - reserved;
    const lowest = answering.has(name) ? {} : { lowest: Math.max };
    return { field: ['functions', name, 'reservedConcurrency'], ample, ...lowest };
  });
}

/** The provisioned capacity of the tables, and of the indexes that do not inherit it: that of writes, which decides the reads of lists, first. */
function capacities({ tables }: ExpandedEnvironment): readonly Range[] {
  const parts = Object.entries(tables).flatMap(([table, { indexes }]) => [
    ['tables', table, 'capacity'],
    ...Object.keys(indexes).map((index) => ['tables', table, 'indexes', index, 'capacity']),
  ]);
  return ['write', 'read'].flatMap((direction) => parts.flatMap((capacity) => unitRanges([...capacity, direction])));
}

function unitRanges(units: readonly PathStep[]): readonly Range[] {
  const [maximum, minimum] = [
    [...units, 'autoscaling', 'maximum'],
    [...units, 'autoscaling', 'minimum'],
  ];
  return [
    { field: [...units, 'units'], isSearchedIdle: true },
    { field: maximum, isSearchedIdle: true },
    // Autoscaling starts from the minimum, so that even 1 unit can be sufficient.
    { field: minimum, sizedBy: maximum, isSearchedIdle: true, lowest: () => 1, notAbove: maximum },
  ];
}
