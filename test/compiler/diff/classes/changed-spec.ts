// A spec and an edit of it, classified, for tests.

import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import type { ComparedSpec, Finding } from '../../../../compiler/diff/classes/change';
import { classifyChange } from '../../../../compiler/diff/classes/classify';
import { compareGraphs } from '../../../../compiler/diff/difference';
import { compareSpecs } from '../../../../compiler/language/values/difference';
import { compileProject } from '../../../spec';

/** An edit: a text of the spec, and its replacement. */
export type Edit = readonly [from: string, to: string];

/** Compiles a spec. Throws the diagnostics of an invalid spec. */
export function compiled(path: string, text: string): ComparedSpec {
  const { graph, resolved, diagnostics } = compileProject(path, { [path]: text });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return { path, graph, ...resolved };
}

/** Applies edits to a text. Throws if an edit does not apply. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((spec, [from, to]) => {
    if (!spec.includes(from)) throw new Error(`the spec has no ${from}`);
    return spec.replace(from, to);
  }, text);
}

/** Returns the findings on an edit of a spec. */
export function findingsOf(text: string, ...edits: readonly Edit[]): Finding[] {
  return between(compiled('s.yaml', text), compiled('s.yaml', edited(text, edits)));
}

/** Returns the findings on the difference of two specs. */
export function between(before: ComparedSpec, after: ComparedSpec): Finding[] {
  const difference = compareGraphs(before.graph, after.graph);
  return classifyChange({ before, after, values: compareSpecs(before.spec, after.spec), difference });
}
