// Explains a field of the language: its meaning, the origin of its value, and the resources that it changes; or a diagnostic.

import { pageOf } from '../../../compile/catalogue-page';
import type { Compilation } from '../../../compile/compile';
import { didYouMean } from '../../../diagnostics/suggest';
import { listSpecs } from '../../../host/files';
import { processContext } from '../../../host/process-context';
import { isReadByCompose } from '../../../language/compose/compose';
import { mentionsOf } from '../../../language/compose/mentions';
import { type Field, fieldsOf, findField, type UnknownField } from '../../../language/values/field';
import { formatPath, isWithin, toPlain } from '../../../source/spec-node';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { ExplainArguments } from './arguments';
import { diagnosticNamed } from './diagnostic';
import { effectOf } from './effect';
import type { ExplainResult, Explanation, SpecExplanation } from './explanation';
import { stepEffectOf } from './step-effect';

/** Explains a field, or a diagnostic by its code or slug. */
export const run: Run<ExplainArguments, ExplainResult> = ({ subject, spec }, { root }) => {
  const diagnostic = diagnosticNamed(subject);
  if (diagnostic !== undefined) return { result: { is: 'diagnostic', page: pageOf(diagnostic) } };
  const names = spec === undefined ? listSpecs(root) : [spec];
  const compilations = names.map((name) => {
    const file = openSpec(root, name);
    return { path: file.path, ...compileFile(file) };
  });
  if (spec !== undefined && compilations[0]?.resolved === undefined) return { refused: compilations };
  const specs = compilations.flatMap((compilation) => (compilation.resolved ? [compilation as Valid] : []));
  const field = findField(
    subject,
    specs.map(({ resolved }) => toPlain(resolved.spec)),
  );
  if ('known' in field) throw new UsageError(describeUnknown(field));
  return { result: { is: 'field', explanation: explain(field, specs) } };
};

function describeUnknown({ around, step, known, nearest }: UnknownField): string {
  const advice = nearest === undefined ? `defined: ${known.join(', ')}` : didYouMean(nearest);
  return `unknown field ${step} in ${around}; ${known.length === 0 ? `${around} is not a map` : advice}`;
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
    return { ...explanation, makes: subject.graph.resources.filter(({ origin }) => isWithin(origin.steps, path)) };
  }
  const { spec } = subject.resolved;
  const outcome = effectOf(spec, field.path, processContext());
  const step =
    outcome.effect && stepEffectOf(spec, { path: field.path, value: outcome.effect.tried }, processContext());
  return { ...explanation, drives: { spec: subject.path, outcome, ...(step && { step }) } };
}
