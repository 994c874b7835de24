// Generates edits of each leaf of the schema: another value, and no value.

import { otherValues } from '../../../compiler/cli/commands/explain/other-values';
import { withValue } from '../../../compiler/source/edit';
import { formatPath, type PathStep, type Plain } from '../../../compiler/source/spec-node';
import { applyDefaults } from '../../../schema/defaults';
import { environmentSchema } from '../../../schema/environment-schema';
import { allLeaves, pathsOf } from '../../everything';
import { type Edit, type EditedSpec, graphOfPlain, hasEffect, isMap } from './edit';

/** Maximum number of values that are tried for a leaf. */
const TRIES = 12;

/**
 * Edits of each leaf of a spec: the first other value that is valid and changes a resource, and no value.
 * @param isWanted chooses among the places of leaves
 */
export function leafEdits(
  { spec, graph }: EditedSpec,
  isWanted: (path: readonly PathStep[]) => boolean = () => true,
): Edit[] {
  const plain = applyDefaults(environmentSchema, spec);
  const parts = namesOf(spec);
  return allLeaves().flatMap(({ path: leaf, schema }) =>
    pathsOf(leaf, plain)
      .filter(isWanted)
      .flatMap((path) => {
        const others = otherValues(schema, valueAt(plain, path), parts).filter((other) => other !== undefined);
        const firstOf = (values: readonly (Plain | undefined)[]): Edit[] => {
          for (const value of values) {
            const edited = graphOfPlain(withValue(spec, path, value));
            if (edited === undefined || !hasEffect(graph, edited)) continue;
            const name = `${formatPath(path)} ${value === undefined ? 'absent' : `-> ${JSON.stringify(value)}`}`;
            return [{ name, apply: (other) => withValue(other, path, value) }];
          }
          return [];
        };
        const isWritten = valueAt(spec, path) !== undefined;
        return [...firstOf(others.slice(0, TRIES)), ...(isWritten ? firstOf([undefined]) : [])];
      }),
  );
}

/** The value at a path of a spec. */
export function valueAt(spec: Plain, path: readonly PathStep[]): Plain | undefined {
  return path.reduce<Plain | undefined>((around, step) => (isMap(around) ? around[step] : undefined), spec);
}

/** The references to parts in fields: by name, or by section and name. */
function namesOf(spec: Plain): string[] {
  return Object.entries(spec as object).flatMap(([section, parts]) =>
    isMap(parts) ? Object.keys(parts).flatMap((name) => [name, `${section}.${name}`]) : [],
  );
}
