// Converts the nodes of a YAML document to values with locations, and expands aliases.

import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar as YamlScalar } from 'yaml';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { describeFound } from '../../../source/found';
import type { Source, Span } from '../../../source/source';
import type { Scalar, SpecEntry, SpecNode } from '../../../source/spec-node';
import { diagnose } from './diagnostics';
import { checkNumber } from './number-notation';
import { DEPTH_LIMIT, diagnoseDepth } from './syntax';

/** The maximum number of values that the aliases of a file expand to: far above any spec, and still fast. */
export const EXPANSION_LIMIT = 20_000;

/** The number of errors after which a text is not read further: most follow from the first ones. */
export const ERROR_LIMIT = 100;

/** Reads the nodes of one document, until it has too many errors. */
export class NodeReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly anchors = new Map<string, SpecNode>();
  private readonly open = new Set<string>();
  private readonly refused = new Set<string>();
  private expanded = 0;
  private depth = 0;

  constructor(private readonly source: Source) {}

  /** The node as a value with its location; undefined after an error without a value. */
  read(node: Node): SpecNode | undefined {
    if (this.diagnostics.length > ERROR_LIMIT) return undefined;
    if (isAlias(node)) return this.readAlias(node.source, this.spanOf(node));
    const anchor = 'anchor' in node ? (node.anchor as string | undefined) : undefined;
    if (anchor !== undefined) this.open.add(anchor);
    this.depth += 1;
    const value = this.readValue(node);
    this.depth -= 1;
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
    const { count, depth } = measure(target, EXPANSION_LIMIT - this.expanded);
    this.expanded += count;
    if (this.expanded >= EXPANSION_LIMIT) return this.refuseOnce(diagnoseExpansion(span));
    return this.depth + depth > DEPTH_LIMIT ? this.refuseOnce(diagnoseDepth(span)) : target;
  }

  /** Whether too many aliases were reported already: later aliases would repeat the error. */
  private refuseOnce(mistake: Diagnostic): undefined {
    if (!this.refused.has(mistake.slug)) this.diagnostics.push(mistake);
    this.refused.add(mistake.slug);
  }

  private readValue(node: Node): SpecNode | undefined {
    const span = this.spanOf(node);
    if (isMap(node)) {
      const entries = new Map<string, SpecEntry>();
      for (const pair of node.items) this.readEntry(pair as Pair<Node, Node | null>, entries);
      return { type: 'map', span, entries };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.read(item as Node) ?? []);
      return { type: 'list', span, items };
    }
    const value = ((node as { value?: unknown }).value ?? null) as Scalar;
    if (isPlain(node)) this.diagnostics.push(...checkNumber(value, span));
    return { type: 'scalar', span, value };
  }

  private readEntry({ key, value }: Pair<Node, Node | null>, entries: Map<string, SpecEntry>): void {
    if (this.diagnostics.length > ERROR_LIMIT) return;
    const span = this.spanOf(key);
    if (!isScalar(key) || typeof key.value !== 'string') {
      this.diagnostics.push(this.diagnoseKey(key, span));
      return;
    }
    if (key.value === '<<' && isPlain(key)) {
      this.diagnostics.push(diagnose('merge-key', span, {}));
      return;
    }
    const isEmpty =
      value === null ||
      (isScalar(value) && value.value === null && this.spanOf(value).end === this.spanOf(value).start);
    if (isEmpty)
      this.diagnostics.push(
        diagnose(
          'missing-value',
          span,
          { key: key.value },
          { help: 'write a value, remove the line, or write null to remove the inherited value' },
        ),
      );
    const read = value === null ? { type: 'scalar' as const, span, value: null } : this.read(value);
    const first = entries.get(key.value);
    if (first !== undefined) {
      const related = [{ message: 'the first one', span: first.key }];
      this.diagnostics.push(diagnose('repeated-key', span, { key: key.value }, { related }));
    } else if (read !== undefined) entries.set(key.value, { key: span, value: read });
  }

  private diagnoseKey(key: Node, span: Span): Diagnostic {
    if (isMap(key) && this.source.text[span.start - 1] === '{') {
      const found = 'a map, because {{ starts a map outside quotation marks';
      return diagnose('key-not-text', span, { found }, { help: 'put an {{ expression }} in quotation marks' });
    }
    const value = this.readValue(key);
    const found = value === undefined ? 'an alias' : describeFound(value);
    return diagnose('key-not-text', span, { found }, { help: 'put it in quotation marks' });
  }

  private spanOf(node: Node): Span {
    const [start = 0, end = start] = node.range ?? [];
    return { source: this.source, start, end };
  }
}

/** ENV1005 at a location. */
export function diagnoseExpansion(span: Span): Diagnostic {
  return diagnose('too-many-aliases', span, { limit: EXPANSION_LIMIT });
}

function isPlain(node: Node): boolean {
  return isScalar(node) && node.type === YamlScalar.PLAIN;
}

/** The number of nodes of a value, and its depth. Stops counting at the limit, which bounds the cost of nested aliases. */
function measure(root: SpecNode, limit: number): { count: number; depth: number } {
  let count = 0;
  let deepest = 0;
  const stack = [{ node: root, depth: 1 }];
  for (let next = stack.pop(); next !== undefined && count < limit; next = stack.pop()) {
    const { node, depth } = next;
    count += 1;
    deepest = Math.max(deepest, depth);
    const below =
      node.type === 'list'
        ? node.items
        : node.type === 'map'
          ? [...node.entries.values()].map(({ value }) => value)
          : [];
    for (const item of below) stack.push({ node: item, depth: depth + 1 });
  }
  return { count, depth: deepest };
}
