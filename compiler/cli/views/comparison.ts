// Two specs compared, as the views of `diff` take it.

import type { GraphDifference } from '../../backends/plan/difference';
import type { Finding } from '../../changes/change';
import { type ChangeClass, mostSevereClass } from '../../changes/change-class';
import type { ValueChange } from '../../values/difference';

/** Two specs compared. */
export interface Comparison extends GraphDifference {
  /** The names of the specs. */
  readonly before: string;
  readonly after: string;
  /** Whether the environment is there on both sides, or just after the change, or just before it. */
  readonly environment: 'changed' | 'new' | 'removed';
  /** Of a new environment: the specs that it may be another name of. */
  readonly formerNames: readonly string[];
  /** Whether the names and waivers of two different environments are left out. */
  readonly leavesNamesOut: boolean;
  readonly values: readonly ValueChange[];
  /** The reasons for the classes that the change has beside the impacts on its resources. */
  readonly findings: readonly Finding[];
  /** The parts whose data the second spec gives up. */
  readonly allowReplacement: readonly string[];
}

/** The classes of a change: those that it has reasons for, and the impacts on its resources. */
export function classesOf({ findings, resources }: Comparison): ChangeClass[] {
  const impacts = resources.flatMap(({ impact }) => (impact === 'none' ? [] : [impact]));
  return [...new Set<ChangeClass>([...impacts, ...findings.map((finding) => finding.class)])];
}

/** The gravest class of a change; undefined where nothing differs. */
export function worstOf(comparison: Comparison): ChangeClass | undefined {
  return mostSevereClass(classesOf(comparison));
}

/** Whether anything differs. */
export function isDifferent({ environment, values, resources, settings }: Comparison): boolean {
  return environment !== 'changed' || values.length + resources.length + settings.length > 0;
}

/** The findings of a change, of each class and part of the spec once, with all reasons. */
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
