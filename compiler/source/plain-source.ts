// Plain values as a spec: their JSON text, and the nodes that reading it would give.

import type { Source, Span } from './source';
import type { Plain, SpecEntry, SpecNode } from './spec-node';

/** Writes a value as a line of JSON. Returns its node, whose locations are those in the text. It is not parsed, which takes most of the time to compile a spec. */
export function writePlain(path: string, value: Plain): SpecNode {
  const source: Source & { text: string } = { path, text: '', lineStarts: [0] };

  /** Writes a part, and returns its location. */
  function write(text: string): Span {
    const start = source.text.length;
    source.text += text;
    return { source, start, end: source.text.length };
  }

  function separated<T>(members: readonly T[], writeMember: (member: T) => void): void {
    for (const [at, member] of members.entries()) {
      if (at > 0) write(',');
      writeMember(member);
    }
  }

  function nodeOf(part: Plain): SpecNode {
    if (part === null || typeof part !== 'object')
      return { type: 'scalar', span: write(JSON.stringify(part)), value: part };
    const isList = Array.isArray(part);
    const { start } = write(isList ? '[' : '{');
    const items: SpecNode[] = [];
    const entries = new Map<string, SpecEntry>();
    if (isList) separated(part, (item) => items.push(nodeOf(item)));
    else
      separated(Object.entries(part), ([name, member]) => {
        const key = write(JSON.stringify(name));
        write(':');
        entries.set(name, { key, value: nodeOf(member) });
      });
    const { end } = write(isList ? ']' : '}');
    const span = { source, start, end };
    return isList ? { type: 'list', span, items } : { type: 'map', span, entries };
  }

  return nodeOf(value);
}
