// Finds values of an environment that are less safe than in another environment, by the order in the schema.

import type { Environment } from '../../../schema/environment.generated';
import { environmentSchema, type Safer } from '../../../schema/environment-schema';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { formatPath, type PathStep, type SpecMap, spanAt } from '../../source/spec-node';
import { diagnose } from './diagnostics';
import { type Field, fieldsOf } from './field';

/** A valid spec, and the environment that it resolves to. */
export interface PromotedSpec {
  readonly path: string;
  readonly spec: SpecMap;
  readonly environment: Environment;
}

/** A safeguard with a weaker value than before; undefined means absent. */
export interface WeakerValue {
  readonly steps: readonly PathStep[];
  readonly old: unknown;
  readonly present: unknown;
}

/** Each safeguard that is weaker in `after` than in `before`. Only parts in both environments are compared. */
export function findWeakerValues(before: Environment, after: Environment): WeakerValue[] {
  return SAFEGUARDS.flatMap(({ path: pattern, safer }) =>
    placesOf(pattern, before).flatMap((steps) => {
      if (valueAt(after, steps.slice(0, -1)) === undefined) return [];
      const [old, present] = [before, after].map((environment) => effectiveValue(environment, steps));
      return strengthOf(present, safer) >= strengthOf(old, safer) ? [] : [{ steps, old, present }];
    }),
  );
}

/** ENV7001 for each safeguard that is weaker in `after` than in `before`. */
export function findWeaker(before: PromotedSpec, after: PromotedSpec): Diagnostic[] {
  return findWeakerValues(before.environment, after.environment).map(({ steps, old, present }) => {
    const path = formatPath(steps);
    const parameters = { path, value: present, other: before.path, better: old };
    const related = [{ message: 'it is safer here', span: spanAt(before.spec, steps, 'value') }];
    return diagnose('weaker', { ...spanAt(after.spec, steps, 'value'), path }, parameters, { related });
  });
}

interface Safeguard {
  readonly path: readonly PathStep[];
  readonly safer: Safer;
}

const SAFEGUARDS = safeguardsOf({ path: [], schema: environmentSchema, required: true });

function safeguardsOf(field: Field): Safeguard[] {
  const { path, schema } = field;
  return [...(schema.safer ? [{ path, safer: schema.safer }] : []), ...fieldsOf(field).flatMap(safeguardsOf)];
}

/** The paths of a safeguard in an environment: `*` is replaced by each name. */
function placesOf(pattern: readonly PathStep[], environment: Environment): PathStep[][] {
  return pattern.reduce<PathStep[][]>(
    (paths, step) =>
      paths.flatMap((path) => {
        const keys = step === '*' ? Object.keys(valueAt(environment, path) ?? {}) : [step];
        return keys.map((key) => [...path, key]);
      }),
    [[]],
  );
}

function valueAt(value: unknown, path: readonly PathStep[]): unknown {
  return path.reduce((around, step) => (around as Readonly<Record<PathStep, unknown>> | undefined)?.[step], value);
}

/** The effective value at a path. A route without a setting inherits the setting of the API. */
function effectiveValue(environment: Environment, path: readonly PathStep[]): unknown {
  const own = valueAt(environment, path);
  const [api, routes, _route, ...rest] = path;
  return own === undefined && api === 'api' && routes === 'routes' ? valueAt(environment, [api, ...rest]) : own;
}

/** The safety of a value: higher is safer. An absent value is the weakest. */
function strengthOf(value: unknown, safer: Safer): number {
  if (value === undefined) return Number.NEGATIVE_INFINITY;
  if (safer === 'present') return 1;
  if (safer === 'fewer') return -(value as readonly unknown[]).length;
  if (safer === 'more') return (value as readonly unknown[]).length;
  if (safer === 'higher') return Number(value);
  if (safer === 'lower') return -Number(value);
  const at = safer.findIndex((values) => [values].flat().some((known) => known === value));
  // A custom value, such as an ARN, counts as safe as the safest predefined value.
  return at < 0 ? safer.length - 1 : at;
}
