// Converts an error of the validator to a diagnostic.

import type { ErrorObject } from 'ajv';
import { dereference, type Schema } from '../../../schema/environment-schema';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { didYouMean } from '../../diagnostics/suggest';
import { grouped } from '../../diagnostics/words';
import { describeFound, describeValue, quote } from '../../source/found';
import { formatPath, nodeAt, type PathStep, type SpecMap, type SpecNode, spanAt } from '../../source/spec-node';
import { adviseOnForm, adviseOnList, adviseOnRange, adviseOnType } from './advice';
import { diagnose } from './diagnostics';
import { diagnoseSecretValue } from './secret-value';
import { adviseOnIndentation, adviseOnUnknown, fieldsAt, schemaAt } from './unknown-field';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

/** A missing required field. */
export function diagnoseMissing(root: SpecMap, path: readonly PathStep[], name: string): Diagnostic {
  return diagnose('missing-field', spanAt(root, path, 'key'), { field: formatPath([...path, name]) });
}

/** An unknown field. `meant` is a missing required field with a similar name. */
export function diagnoseUnknown(root: SpecMap, path: readonly PathStep[], name: string, meant?: string): Diagnostic {
  const secret = diagnoseSecretValue(root, [...path, name]);
  if (secret !== undefined) return secret;
  const help = meant === undefined ? adviseOnUnknown(name, path) : `${didYouMean(meant)} It is required here`;
  return diagnose(
    'unknown-field',
    spanAt(root, [...path, name], 'key'),
    { field: formatPath([...path, name]), allowed: Object.keys(fieldsAt(path)) },
    withHelp(help),
  );
}

/** The error in a value. */
export function diagnoseValue(root: SpecMap, path: readonly PathStep[], error: ErrorObject): Diagnostic {
  const { keyword, params } = error;
  const node = nodeAt(root, path);
  const schema = schemaAt(path);
  if (node === undefined || schema === undefined)
    throw new Error(`the validator reports ${formatPath(path)}, which does not exist`);
  const name = String(path.findLast((step) => typeof step === 'string') ?? '');
  const value = node.type === 'scalar' ? node.value : null;
  const found = { field: formatPath(path), found: describeValue(node) };
  const span = spanAt(root, path, 'value');
  switch (keyword) {
    case 'type': {
      const secret = diagnoseSecretValue(root, path);
      if (secret !== undefined) return secret;
      const expected = TYPE_NAMES[String(params.type)] ?? String(params.type);
      return diagnose(
        'wrong-type',
        span,
        { ...found, found: describeFound(node), expected },
        withHelp(adviseOnIndentation(path) ?? asItem(adviseOnType(name, node, schema), name, path)),
      );
    }
    case 'enum':
      return diagnose(
        'not-in-list',
        span,
        { ...found, allowed: params.allowedValues },
        withHelp(adviseOnList(name, value, schema)),
      );
    case 'pattern':
      return diagnose(
        'wrong-form',
        span,
        { ...found, form: formOf(schema) },
        withHelp(adviseOnForm(String(value), String(params.pattern))),
      );
    case 'uniqueItems':
      return diagnoseRepeated(root, path, Number(params.i), Number(params.j));
    case 'anyOf':
      return diagnose('out-of-range', span, { ...found, limit: (schema.anyOf ?? []).map(describeBranch).join(' or ') });
    default:
      return diagnose(
        'out-of-range',
        span,
        { ...found, limit: describeLimit(error) },
        withHelp(adviseOnRange(name, value, schema)),
      );
  }
}

/** The error in the name of an entry. */
export function diagnoseName(root: SpecMap, path: readonly PathStep[], error: ErrorObject): Diagnostic {
  const name = String(path.at(-1));
  const span = spanAt(root, path, 'key');
  const found = { field: `the name of ${formatPath(path)}`, found: quote(name) };
  if (error.keyword !== 'pattern') return diagnose('out-of-range', span, { ...found, limit: describeLimit(error) });
  const names = schemaAt(path.slice(0, -1))?.propertyNames ?? {};
  const form = formOf(dereference(names));
  return diagnose('wrong-form', span, { ...found, form }, withHelp(adviseOnForm(name, String(error.params.pattern))));
}

function diagnoseRepeated(root: SpecMap, path: readonly PathStep[], one: number, other: number): Diagnostic {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const found = describeValue(nodeAt(root, [...path, second]) as SpecNode);
  const related = [{ message: 'the first one', span: spanAt(root, [...path, first], 'value') }];
  return diagnose(
    'repeated-item',
    spanAt(root, [...path, second], 'value'),
    { field: formatPath(path), found },
    { related },
  );
}

/** Rewords advice about a field for an item of a list. */
function asItem(advice: string | undefined, name: string, path: readonly PathStep[]): string | undefined {
  return typeof path.at(-1) === 'number' ? advice?.replace(` ${name}: `, ' ') : advice;
}

/** The form of a text in words, which editors show too. */
function formOf({ patternErrorMessage }: Schema): string {
  if (patternErrorMessage === undefined) throw new Error('a pattern of the schema has no patternErrorMessage');
  return patternErrorMessage;
}

function describeBranch(branch: Schema): string {
  if (branch.enum !== undefined) return branch.enum.join(', ');
  if (branch.multipleOf !== undefined) return `a multiple of ${branch.multipleOf}`;
  throw new Error(`unsupported branch ${JSON.stringify(branch)} of a union in the schema`);
}

function describeLimit({ keyword, params }: ErrorObject): string {
  const limit = grouped(Number(params.limit));
  const bound = keyword.startsWith('min') ? 'at least' : 'at most';
  if (keyword.endsWith('Length')) return `${bound} ${limit} characters long`;
  return keyword.endsWith('imum') ? `${bound} ${limit}` : `${bound} ${limit} long`;
}

function withHelp(help: string | undefined): { help?: string } {
  return help === undefined ? {} : { help };
}
