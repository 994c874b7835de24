// The comparison of two specs that the views of `diff` render.

import type { Finding } from '../../../diff/classes/change';
import { type ChangeClass, mostSevereClass } from '../../../diff/classes/change-class';
import { type GraphDifference, IMPACTS, type ResourceChange } from '../../../diff/difference';
import type { ValueChange } from '../../../language/values/difference';
import type { EstimatedEffect } from './estimates';
import type { IncidentEffect } from './incidents';

/** The comparison of two specs. */
export interface Comparison extends GraphDifference {
  /** The names of the specs. */
  readonly before: string;
  readonly after: string;
  /** Whether the environment exists before and after the change, or only on one side. */
  readonly environment: 'changed' | 'new' | 'removed';
  /** For a new environment, the specs that it may be renamed from. */
  readonly formerNames: readonly string[];
  /** Whether the names and waivers of two different environments are not compared. */
  readonly leavesNamesOut: boolean;
  readonly values: readonly ValueChange[];
  /** The reasons for the classes that do not follow from the impacts on resources. */
  readonly findings: readonly Finding[];
  /** The effect on cost and capacity; absent for an environment that exists on one side only. */
  readonly estimates?: EstimatedEffect;
  /** The effect on the alarms under incidents; absent if they are not compared. */
  readonly incidents?: IncidentEffect;
  /** The parts whose data the second spec allows to be lost. */
  readonly allowReplacement: readonly string[];
}

/** One comparison, or the comparisons of the staged specs that differ. */
export type DiffResult =
  | { readonly is: 'one'; readonly comparison: Comparison }
  | { readonly is: 'staged'; readonly comparisons: readonly Comparison[] };

/** The classes of a change: those of its findings, and the impacts on its resources. */
export function classesOf({ findings, resources }: Comparison): ChangeClass[] {
  const impacts = resources.flatMap(({ impact }) => (impact === 'none' ? [] : [impact]));
  return [...new Set<ChangeClass>([...impacts, ...findings.map((finding) => finding.class)])];
}

/** The most severe class of a change; undefined if nothing differs. */
export function worstOf(comparison: Comparison): ChangeClass | undefined {
  return mostSevereClass(classesOf(comparison));
}

/** Whether anything differs. */
export function isDifferent({ environment, values, resources, settings }: Comparison): boolean {
  return environment !== 'changed' || values.length + resources.length + settings.length > 0;
}

/** The findings of a change, grouped by class and part of the spec. */
export function groupFindings({ findings }: Comparison): (Omit<Finding, 'reason'> & { readonly reasons: string[] })[] {
  const groups = new Map<string, Omit<Finding, 'reason'> & { readonly reasons: string[] }>();
  for (const { reason, ...finding } of findings) {
    const key = JSON.stringify(finding);
    const group = groups.get(key) ?? { ...finding, reasons: [] };
    group.reasons.push(reason);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The number of resources with each impact that occurs. */
export function countImpacts(resources: readonly ResourceChange[]): { readonly [impact: string]: number } {
  const counts = IMPACTS.map((impact) => [impact, resources.filter((change) => change.impact === impact).length]);
  return Object.fromEntries(counts.filter(([, count]) => Number(count) > 0));
}
