// Renders a spec as YAML with all defaults, and with the origin of each value in a comment.

import type { Environment } from '../../../schema/environment.generated';
import { formatPlace } from '../../source/source';
import type { PathStep, SpecMap } from '../../source/spec-node';
import { type SpecValue, valuesOf } from './values';
import { renderYaml } from './yaml-lines';

/** A value with its resolved expressions. */
export interface ResolvedValue extends SpecValue {
  /** The resolved text, if the value has expressions that are known before deployment. */
  readonly resolved?: string;
}

/** The values of a spec, with the resolved text of expressions that are known before deployment. */
export function resolvedValuesOf(spec: SpecMap, environment: Environment): ResolvedValue[] {
  return valuesOf(spec).map((value) => {
    const known = follow(environment, value.path);
    // A resolved text with braces would be read as an expression again.
    const isNews = typeof known === 'string' && known !== value.value && !known.includes('{{');
    return isNews ? { ...value, resolved: known } : value;
  });
}

/** The spec as YAML that compiles to the same resources; `title` is the subject in its first line. */
export function renderResolvedSpec(title: string, values: readonly ResolvedValue[]): string {
  const entries = values.map(({ path, value, resolved, origin }) => {
    const place = origin === undefined ? 'default' : formatPlace(origin);
    const comment = resolved === undefined ? place : `${place}, from ${JSON.stringify(value)}`;
    return { path, value: resolved ?? value, comment };
  });
  return [`# ${title} with all its values, each with its location.`, ...renderYaml(entries)].join('\n');
}

function follow(value: unknown, path: readonly PathStep[]): unknown {
  return path.reduce<unknown>((around, step) => (around as Record<string, unknown> | undefined)?.[step], value);
}
