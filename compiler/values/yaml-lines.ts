// Values as the lines of a YAML file, with comments behind them.

import type { PathStep, Plain } from '../source/spec-node';

/** A value, where it stands in the file, and what is said of it. */
export interface YamlEntry {
  readonly path: readonly PathStep[];
  readonly value: Plain;
  readonly comment?: string;
}

/** The lines of a map that holds values; those that share a part of their path stand one after the other. */
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

/** The column, at most, in which the comments stand. */
const WIDEST = 60;

function indent(depth: number): string {
  return '  '.repeat(depth);
}

function renderValue(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(renderValue).join(', ')}]`;
  return typeof value === 'string' ? renderText(value) : JSON.stringify(value);
}

/** A text as YAML: plain where no reader of YAML 1.1 or 1.2 takes it for anything else, otherwise as JSON writes it. */
function renderText(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*( [\w./-]+)*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
