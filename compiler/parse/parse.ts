// Text to a value whose parts know their places: the one door to `yaml`.

import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic';
import type { Source, Span } from '../source/source';
import { emptyMap, type Scalar, type SpecEntry, type SpecMap, type SpecNode } from '../source/spec-node';

/** The most values that one file may expand its aliases to: far above any real spec, far below what hurts. */
const EXPANSION_LIMIT = 200_000;

/** Reads a spec. An empty file is an empty map. Mistakes are ENV1xxx. */
export function parseSpec(source: Source): Outcome<SpecMap> {
  const document = parseDocument(source.text, { prettyErrors: false, strict: true, uniqueKeys: true });
  const syntax = [...document.errors, ...document.warnings].map((problem) =>
    diagnose(
      'yaml-syntax',
      { source, start: problem.pos[0], end: Math.max(problem.pos[1], problem.pos[0] + 1) },
      { problem: problem.message },
    ),
  );
  if (hasErrors(syntax)) return { diagnostics: syntax };
  if (document.contents === null) return { value: emptyMap(source), diagnostics: [] };

  const reader = new NodeReader(source);
  const value = reader.read(document.contents as ParsedNode);
  if (value?.type === 'map' && !hasErrors(reader.diagnostics)) return { value, diagnostics: reader.diagnostics };
  if (value === undefined || value.type === 'map') return { diagnostics: reader.diagnostics };
  if (value.type === 'scalar' && value.value === null) return { value: emptyMap(source), diagnostics: [] };
  return { diagnostics: [...reader.diagnostics, diagnose('not-a-map', value.span, { found: describe(value) })] };
}

function describe(node: SpecNode): string {
  if (node.type !== 'scalar') return `a ${node.type}`;
  return node.value === null ? 'nothing' : `the ${typeof node.value} ${JSON.stringify(node.value)}`;
}

class NodeReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly anchors = new Map<string, SpecNode>();
  private readonly open = new Set<string>();
  private size = 0;

  constructor(private readonly source: Source) {}

  /** The node as a value with its place; undefined once a mistake was found that leaves no value. */
  read(node: Node): SpecNode | undefined {
    if (isAlias(node)) return this.readAlias(node.source, this.spanOf(node));
    this.size += 1;
    const anchor = 'anchor' in node ? (node.anchor as string | undefined) : undefined;
    if (anchor !== undefined) this.open.add(anchor);
    const value = this.readValue(node);
    if (anchor !== undefined) {
      this.open.delete(anchor);
      if (value !== undefined) this.anchors.set(anchor, value);
    }
    return value;
  }

  private readAlias(alias: string, span: Span): SpecNode | undefined {
    const target = this.anchors.get(alias);
    if (target === undefined || this.open.has(alias)) {
      this.diagnostics.push(diagnose('unresolved-alias', span, { alias }));
      return undefined;
    }
    this.size += countNodes(target, EXPANSION_LIMIT - this.size);
    if (this.size < EXPANSION_LIMIT) return target;
    if (!this.diagnostics.some(({ slug }) => slug === 'too-many-aliases')) {
      this.diagnostics.push(diagnose('too-many-aliases', span, { limit: EXPANSION_LIMIT }));
    }
    return undefined;
  }

  private readValue(node: Node): SpecNode | undefined {
    const span = this.spanOf(node);
    if (isMap(node)) {
      const entries = new Map<string, SpecEntry>();
      for (const { key, value } of node.items) {
        const name = key as Node;
        if (!isScalar(name) || typeof name.value !== 'string') {
          const found = isScalar(name) ? JSON.stringify(name.value) : 'a map or a list';
          this.diagnostics.push(
            diagnose('key-not-text', this.spanOf(name), { found }, { help: 'put it in quotation marks' }),
          );
          continue;
        }
        const keySpan = this.spanOf(name);
        const read = value === null ? nothing(keySpan) : this.read(value as Node);
        if (read !== undefined) entries.set(name.value, { key: keySpan, value: read });
      }
      return { type: 'map', span, entries };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.read(item as Node) ?? []);
      return { type: 'list', span, items };
    }
    const value = (node as { value?: unknown }).value ?? null;
    return { type: 'scalar', span, value: value as Scalar };
  }

  private spanOf(node: Node): Span {
    const [start = 0, end = start] = node.range ?? [];
    return { source: this.source, start, end };
  }
}

function nothing(span: Span): SpecNode {
  return { type: 'scalar', span, value: null };
}

/** How many nodes a value has; stops counting at the limit, so that nested aliases cost no more than it. */
function countNodes(root: SpecNode, limit: number): number {
  let count = 0;
  const stack: SpecNode[] = [root];
  for (let node = stack.pop(); node !== undefined && count < limit; node = stack.pop()) {
    count += 1;
    if (node.type === 'list') stack.push(...node.items);
    if (node.type === 'map') for (const { value } of node.entries.values()) stack.push(value);
  }
  return count;
}
