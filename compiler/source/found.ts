// What stands in a spec, in words: the one wording for what was found where something else was expected.

import type { SpecNode } from './spec-node';

/** The longest text that is repeated whole, in characters: a message is read in one go. */
const LONGEST_TEXT = 80;

/** A value with its type, for where the type is wrong: `the text "10"`, `the number 1.10` as it was written, `a map`, `nothing`. */
export function describeFound(node: SpecNode): string {
  if (node.type !== 'scalar' || node.value === null || typeof node.value === 'boolean') return describeValue(node);
  return `the ${typeof node.value === 'string' ? 'text' : 'number'} ${describeValue(node)}`;
}

/** A value alone, for where the type is right: `"10"`, `1.10` as it was written, `a map`, `nothing`. */
export function describeValue(node: SpecNode): string {
  if (node.type !== 'scalar') return `a ${node.type}`;
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? quote(node.value) : writtenText(node);
}

/** The text of a value as it stands in its file. */
export function writtenText({ span: { source, start, end } }: SpecNode): string {
  return source.text.slice(start, end);
}

/** A text in quotation marks, cut where it is long. */
export function quote(text: string): string {
  const characters = [...text];
  return JSON.stringify(characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT).join('')}…` : text);
}
