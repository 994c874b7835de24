// What the pattern of names is made of, and how much of a name each part takes.

import type { Environment } from '../../schema/environment.generated';
import { environmentSchema } from '../../schema/environment-schema';
import { parseTemplate } from '../resolve/template';
import { nodeAt, type PathStep } from '../source/spec-node';
import type { RuleContext } from './rule';

/** A part of the pattern: the field that it comes from, and the text that it puts into each name. */
export interface PatternPart {
  readonly field: string;
  readonly path: readonly PathStep[];
  readonly text: string;
}

const PATTERN = ['naming', 'pattern'];

/** The fields whose values the pattern puts into each name, and what stands in the pattern itself. */
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

/** A field with text; of what is no field, such as the part's own name, nothing. */
function fieldAt(environment: Environment, path: readonly string[]): PatternPart[] {
  if (path[0] === 'normalizedRegion')
    return [{ field: 'normalizedRegion', path: ['region'], text: environment.region.replaceAll('-', '') }];
  const value = path.reduce<unknown>(
    (around, step) => (typeof around === 'object' && around !== null ? Reflect.get(around, step) : undefined),
    environment,
  );
  return typeof value === 'string' || typeof value === 'number'
    ? [{ field: path.join('.'), path, text: String(value) }]
    : [];
}
