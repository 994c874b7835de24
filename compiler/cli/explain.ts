// `explain`: explains a field of the language: its meaning, the origin of its value, and the resources that it changes.

import type { Compilation } from '../compile';
import { isReadByCompose } from '../compose/compose';
import { effectOf } from '../effect/effect';
import { listSpecs } from '../files';
import { processContext } from '../process-context';
import { formatPath, toPlain } from '../source/spec-node';
import { mentionsOf } from '../values/chain';
import { type Field, fieldsOf, findField } from '../values/field';
import { EXIT } from './exit-code';
import { diagnosticNamed, runExplainDiagnostic } from './explain-diagnostic';
import { refuse } from './refuse';
import { compileFile, openSpec } from './spec-file';
import { UsageError } from './usage-error';
import { type Explanation, explanationJson, renderExplanation, type SpecExplanation } from './views/explain';

/** Options of `explain`. */
export interface ExplainOptions {
  readonly root: string;
  /** Absent: all specs of the project that are valid. */
  readonly spec?: string;
  readonly json?: true;
}

/** Explains a field, or a diagnostic by its code or slug. Returns the exit code. */
export function runExplain(text: string, { root, spec, json }: ExplainOptions): number {
  const diagnostic = diagnosticNamed(text);
  if (diagnostic !== undefined) return runExplainDiagnostic(diagnostic, { json });
  const names = spec === undefined ? listSpecs(root) : [spec];
  const compilations = names.map((name) => {
    const file = openSpec(root, name);
    return { path: file.path, ...compileFile(file) };
  });
  if (spec !== undefined && compilations[0]?.resolved === undefined) return refuse(compilations, json);
  const specs = compilations.flatMap((compilation) => (compilation.resolved ? [compilation as Valid] : []));
  const field = findField(
    text,
    specs.map(({ resolved }) => toPlain(resolved.spec)),
  );
  if ('known' in field) {
    const advice =
      field.nearest === undefined ? `there is: ${field.known.join(', ')}` : `did you mean ${field.nearest}?`;
    throw new UsageError(
      `${field.around} has no field ${field.step}; ${field.known.length === 0 ? 'it is no map' : advice}`,
    );
  }
  const explanation = explain(field, specs);
  console.log(json ? JSON.stringify(explanationJson(explanation), undefined, 2) : renderExplanation(explanation));
  return EXIT.ok;
}

type Valid = Required<Pick<Compilation, 'graph' | 'resolved'>> & Compilation & { readonly path: string };

function explain(field: Field, specs: readonly Valid[]): Explanation {
  const members = fieldsOf(field);
  const found = specs.map(
    (spec): SpecExplanation => ({ spec: spec.path, mentions: mentionsOf(spec.sources, field.path) }),
  );
  const explanation = { field, members, specs: found };
  const [first] = specs.filter((_spec, at) => found[at]?.mentions.some(({ value }) => value !== undefined));
  const subject = first ?? specs[0];
  if (subject === undefined || field.path.includes('*') || isReadByCompose(field.path)) return explanation;
  if (members.length > 0) {
    const path = formatPath(field.path);
    const isWithin = (origin: string) => origin === path || origin.startsWith(`${path}.`);
    return { ...explanation, makes: subject.graph.resources.filter(({ origin }) => isWithin(origin.path)) };
  }
  return {
    ...explanation,
    drives: { spec: subject.path, outcome: effectOf(subject.resolved.spec, field.path, processContext()) },
  };
}
