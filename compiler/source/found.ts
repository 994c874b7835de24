// Describes a found value in messages, with or without its type.

import type { SpecNode } from './spec-node';

/** The maximum length of a quoted text, in characters; longer ones are cut. */
const LONGEST_TEXT = 80;

/** A value with its type, for messages about the type: `the text "10"`, `the number 1.10` as it was written, `a map`, `nothing`. */
export function describeFound(node: SpecNode): string {
  if (node.type !== 'scalar' || node.value === null || typeof node.value === 'boolean') return describeValue(node);
  return `the ${typeof node.value === 'string' ? 'text' : 'number'} ${describeValue(node)}`;
}

/** A value without its type, for other messages: `"10"`, `1.10` as it was written, `a map`, `nothing`. */
export function describeValue(node: SpecNode): string {
  if (node.type !== 'scalar') return `a ${node.type}`;
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? quote(node.value) : writtenText(node);
}

/** The source text of a value. */
export function writtenText({ span: { source, start, end } }: SpecNode): string {
  return source.text.slice(start, end);
}

/** A text in quotation marks, cut if it is long. */
export function quote(text: string): string {
  const characters = [...text];
  return JSON.stringify(characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT).join('')}…` : text);
}
