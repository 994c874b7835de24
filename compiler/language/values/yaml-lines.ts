// Renders values as the lines of a YAML file, with comments.

import type { PathStep, Plain } from '../../source/spec-node';

/** A value, its path, and its comment. */
export interface YamlEntry {
  readonly path: readonly PathStep[];
  readonly value: Plain;
  readonly comment?: string;
}

/** The lines of a map of values; values that share a part of their path must be adjacent. */
export function renderYaml(entries: readonly YamlEntry[]): string[] {
  const lines: { text: string; comment?: string }[] = [];
  let open: readonly PathStep[] = [];
  for (const { path, value, comment } of entries) {
    const around = path.slice(0, -1);
    const apart = around.findIndex((step, at) => step !== open[at]);
    for (let depth = apart === -1 ? around.length : apart; depth < around.length; depth += 1)
      lines.push({ text: `${indent(depth)}${renderText(String(around[depth]))}:` });
    open = around;
    const text = `${indent(around.length)}${renderText(String(path.at(-1)))}: ${renderValue(value)}`;
    lines.push(comment === undefined ? { text } : { text, comment });
  }
  const width = Math.min(Math.max(0, ...lines.map(({ text }) => text.length)), WIDEST);
  return lines.map(({ text, comment }) => (comment === undefined ? text : `${text.padEnd(width)} # ${comment}`));
}

/** The maximum column of comments. */
const WIDEST = 60;

function indent(depth: number): string {
  return '  '.repeat(depth);
}

function renderValue(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(renderValue).join(', ')}]`;
  return typeof value === 'string' ? renderText(value) : JSON.stringify(value);
}

/** A text as YAML: plain if YAML 1.1 and 1.2 both read it as text, otherwise in quotation marks. */
function renderText(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*( [\w./-]+)*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
