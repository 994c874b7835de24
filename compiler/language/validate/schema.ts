// Validates a spec against the schema, and reduces the errors of the validator to one for each mistake.

import type { ErrorObject } from 'ajv';
import { validate } from '../../../schema/validate.generated.cjs';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { formatPath, type PathStep, type Plain, type SpecMap, toPlain } from '../../source/spec-node';
import { diagnoseMissing, diagnoseName, diagnoseUnknown, diagnoseValue } from './mistake';
import { requiredMeantBy } from './unknown-field';

/** Selects one of several errors of a value: type before form, and form before range. */
const PRECEDENCE: readonly string[] = ['type', 'enum', 'pattern', 'anyOf'];

/** Maximum number of the validator's errors that are reported, because each one costs a search for the intended name. */
const ERROR_LIMIT = 1000;

/** Checks a spec against the schema of the language: ENV31xx, one for each mistake. */
export function validateSchema(root: SpecMap): Diagnostic[] {
  const spec = toPlain(root);
  if (validate(spec)) return [];
  const places = new Map<string, { path: PathStep[]; errors: ErrorObject[] }>();
  for (const error of validate.errors?.slice(0, ERROR_LIMIT) ?? []) {
    // These errors repeat the error of the name or of the union.
    if (error.keyword === 'propertyNames' || /\/anyOf\/\d+\//.test(error.schemaPath)) continue;
    const path = follow(spec, error.instancePath);
    if (error.propertyName !== undefined) path.push(error.propertyName);
    const key = JSON.stringify([path, error.propertyName !== undefined]);
    const place = places.get(key) ?? { path, errors: [] };
    place.errors.push(error);
    places.set(key, place);
  }
  // If both the name and the value of a part are invalid, the value determines the error.
  const valuesAt = new Set(
    [...places.values()].filter(({ errors }) => errors.some(isOfType)).map(({ path }) => formatPath(path)),
  );
  return [...places.values()]
    .filter(({ path, errors }) => errors[0]?.propertyName === undefined || !valuesAt.has(formatPath(path)))
    .flatMap(({ path, errors }) => diagnosePlace(root, path, errors));
}

function diagnosePlace(root: SpecMap, path: readonly PathStep[], errors: readonly ErrorObject[]): Diagnostic[] {
  const missing = namesOf(errors, 'required', 'missingProperty');
  const unknown = namesOf(errors, 'additionalProperties', 'additionalProperty').map((name) => {
    const meant = requiredMeantBy(name, missing, path);
    if (meant !== undefined) missing.splice(missing.indexOf(meant), 1);
    return diagnoseUnknown(root, path, name, meant);
  });
  const others = errors.filter(({ keyword }) => keyword !== 'required' && keyword !== 'additionalProperties');
  const [worst] = others.sort((a, b) => rankOf(a) - rankOf(b));
  return [
    ...unknown,
    ...missing.map((name) => diagnoseMissing(root, path, name)),
    ...(worst === undefined
      ? []
      : [worst.propertyName === undefined ? diagnoseValue(root, path, worst) : diagnoseName(root, path, worst)]),
  ];
}

function isOfType({ keyword, propertyName }: ErrorObject): boolean {
  return keyword === 'type' && propertyName === undefined;
}

function namesOf(errors: readonly ErrorObject[], keyword: string, parameter: string): string[] {
  return errors.filter((error) => error.keyword === keyword).map(({ params }) => String(params[parameter]));
}

function rankOf({ keyword }: ErrorObject): number {
  const rank = PRECEDENCE.indexOf(keyword);
  return rank === -1 ? PRECEDENCE.length : rank;
}

/** The path of a JSON pointer. */
function follow(spec: Plain, pointer: string): PathStep[] {
  const path: PathStep[] = [];
  let value: Plain | undefined = spec;
  for (const step of pointer.split('/').slice(1).map(decodeStep)) {
    path.push(Array.isArray(value) ? Number(step) : step);
    value = (value as Record<string, Plain> | undefined)?.[step];
  }
  return path;
}

function decodeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
