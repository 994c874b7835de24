// Proposes a valid value that follows from an invalid one.

import type { Schema } from '../../../schema/environment-schema';
import { didYouMean, suggest } from '../../diagnostics/suggest';
import { writtenText } from '../../source/found';
import type { Plain, SpecNode } from '../../source/spec-node';
import { convertQuantity, otherUnits, unitOf } from './units';

/** The booleans of YAML 1.1. */
const BOOLEANS: Readonly<Record<string, boolean>> = { yes: true, on: true, y: true, no: false, off: false, n: false };

/** The help for a value of the wrong type: the literal of the right type. */
export function adviseOnType(name: string, node: SpecNode, { type, items }: Schema): string | undefined {
  if (node.type !== 'scalar')
    return type === 'array' || type === 'object' ? undefined : ADVICE_ON_COLLECTION[node.type];
  const { value } = node;
  if (value === null) return 'write a value, or remove the line';
  if (type === 'string') return `put it in quotation marks: ${name}: ${JSON.stringify(writtenText(node))}`;
  if (type === 'array') {
    const isText = typeof value === 'number' && items?.type === 'string';
    return `write a list: ${name}: [${isText ? JSON.stringify(writtenText(node)) : writtenText(node)}]`;
  }
  if (typeof value === 'string' && type === 'boolean') return adviseOnBoolean(name, value);
  if (typeof value === 'string' && (type === 'integer' || type === 'number')) return adviseOnNumber(name, value, type);
  if (typeof value === 'number' && type === 'integer' && name.endsWith('Percent') && value > 0 && value < 1)
    return `${name} is in percent: write ${name}: ${Math.round(value * 100)}`;
  if (typeof value === 'number' && type === 'integer') return `write a whole number: ${name}: ${Math.round(value)}`;
  return undefined;
}

/** The help for a number or a length out of range: the value in other units. */
export function adviseOnRange(
  name: string,
  value: Plain,
  { minimum, maximum, enum: allowed }: Schema,
): string | undefined {
  if (typeof value !== 'number') return undefined;
  const accepts = (converted: number) =>
    allowed === undefined
      ? converted >= (minimum ?? Number.NEGATIVE_INFINITY) && converted <= (maximum ?? Number.POSITIVE_INFINITY)
      : allowed.includes(converted);
  const others = otherUnits(value, name, accepts);
  return others.length === 0 ? undefined : `${name} is in ${unitOf(name)}: ${others.join(', ')}`;
}

/** The help for a value that is not in the list of a field. */
export function adviseOnList(name: string, value: Plain, schema: Schema): string | undefined {
  const allowed = schema.enum ?? [];
  if (typeof value !== 'string') return adviseOnRange(name, value, schema);
  const bare = String(convertQuantity(value, name) ?? value);
  return allowed.map(String).includes(bare) ? didYouMean(bare) : suggest(value, allowed.map(String));
}

/** The help for a text of the wrong form: the text with another case or other separators, if that is valid. */
export function adviseOnForm(text: string, pattern: string): string | undefined {
  const form = new RegExp(pattern, 'u');
  const kebab = text
    .trim()
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[\s_.]+/g, '-')
    .toLowerCase();
  // Only names and hosts are rewritten, because a path with another case or separator is another path.
  const candidates = /[/:]/.test(text.trim().replace(/^https?:\/\//i, ''))
    ? [text.trim()]
    : [text.trim(), text.toUpperCase(), text.toLowerCase(), kebab];
  const meant = candidates.find((candidate) => form.test(candidate));
  return meant === undefined ? undefined : didYouMean(meant);
}

const ADVICE_ON_COLLECTION = {
  list: 'write one value, without brackets or dashes',
  map: 'write a single value instead of the map',
} as const;

function adviseOnBoolean(name: string, text: string): string | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return `remove the quotation marks: ${name}: ${word}`;
  const meant = Object.hasOwn(BOOLEANS, word) ? BOOLEANS[word] : undefined;
  return meant === undefined ? undefined : `YAML 1.2 reads ${text} as text; write ${name}: ${meant}`;
}

function adviseOnNumber(name: string, text: string, type: 'integer' | 'number'): string | undefined {
  if (/\{\{/.test(text)) return 'write the number: expressions are only allowed in text';
  const isWanted = (value: number) => (type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value));
  const bare = text.trim();
  if (/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(bare) && isWanted(Number(bare)))
    return `remove the quotation marks: ${name}: ${bare}`;
  const quantity = convertQuantity(text, name);
  if (quantity !== undefined && isWanted(quantity)) return `${name} is in ${unitOf(name)}: write ${name}: ${quantity}`;
  const joined = bare.replaceAll(/[_,' ]/g, '');
  return /^[1-9][0-9]*$/.test(joined) ? `write it without separators: ${name}: ${joined}` : undefined;
}
