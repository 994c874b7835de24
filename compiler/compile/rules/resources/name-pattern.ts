// The parts of the pattern of physical names, and the length of each part.

import type { Environment } from '../../../../schema/environment.generated';
import { environmentSchema } from '../../../../schema/environment-schema';
import { specPath } from '../../../../schema/spec-path';
import { parseTemplate } from '../../../language/resolve/template';
import { nodeAt, type PathStep } from '../../../source/spec-node';
import type { RuleContext } from '../rule';

/** A part of the pattern: its field, and its text in each name. */
export interface PatternPart {
  readonly field: string;
  readonly path: readonly PathStep[];
  readonly text: string;
}

const PATTERN = specPath('naming', 'pattern');

/** The fields that the pattern inserts into each name, and the literal text of the pattern. */
export function patternParts({ environment, root, at }: RuleContext): PatternPart[] {
  const written = nodeAt(root, PATTERN);
  const byDefault = environmentSchema.properties?.naming?.properties?.pattern?.default;
  const pattern = String(written?.type === 'scalar' ? written.value : byDefault);
  const template = parseTemplate(pattern, at(PATTERN)).value ?? [];
  const own = {
    field: 'naming.pattern',
    path: PATTERN,
    text: template.filter((part) => typeof part === 'string').join(''),
  };
  const fields = template.flatMap((part) => (typeof part === 'string' ? [] : fieldAt(environment, part.path)));
  return [...fields, own];
}

/** A field with its text; undefined for an expression that is not a field, such as the name of the part. */
function fieldAt(environment: Environment, path: readonly string[]): PatternPart[] {
  if (path[0] === 'normalizedRegion')
    return [{ field: 'normalizedRegion', path: specPath('region'), text: environment.region.replaceAll('-', '') }];
  const value = path.reduce<unknown>(
    (around, step) => (typeof around === 'object' && around !== null ? Reflect.get(around, step) : undefined),
    environment,
  );
  return typeof value === 'string' || typeof value === 'number'
    ? [{ field: path.join('.'), path, text: String(value) }]
    : [];
}
