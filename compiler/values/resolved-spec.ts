// A spec with nothing left to look up, as YAML: defaults filled in, each value with its origin in a comment.

import type { Environment } from '../../schema/environment.generated';
import { formatPlace } from '../diagnostics/diagnostic';
import type { PathStep, Plain, SpecMap } from '../source/spec-node';
import { type SpecValue, valuesOf } from './values';

/** A value with what its expressions come to. */
export interface ResolvedValue extends SpecValue {
  /** The value as text, where it was written with expressions that are known before deployment. */
  readonly resolved?: string;
}

/** The values of a spec, each with what its expressions come to where that is known before deployment. */
export function resolvedValuesOf(spec: SpecMap, environment: Environment): ResolvedValue[] {
  return valuesOf(spec).map((value) => {
    const known = follow(environment, value.path);
    // What has braces once it is resolved would be read as an expression once more.
    const isNews = typeof known === 'string' && known !== value.value && !known.includes('{{');
    return isNews ? { ...value, resolved: known } : value;
  });
}

/** The spec as YAML that compiles to the same resources; `title` is what its first line says it is of. */
export function renderResolvedSpec(title: string, values: readonly ResolvedValue[]): string {
  const lines: { text: string; comment?: string }[] = [];
  let open: readonly PathStep[] = [];
  for (const { path, value, resolved, origin } of values) {
    const around = path.slice(0, -1);
    const shared = around.findIndex((step, at) => step !== open[at]);
    for (let depth = shared === -1 ? around.length : shared; depth < around.length; depth += 1)
      lines.push({ text: `${indent(depth)}${renderText(String(around[depth]))}:` });
    open = around;
    const place = origin === undefined ? 'default' : formatPlace(origin);
    lines.push({
      text: `${indent(around.length)}${renderText(String(path.at(-1)))}: ${renderValue(resolved ?? value)}`,
      comment: resolved === undefined ? place : `${place}, from ${JSON.stringify(value)}`,
    });
  }
  const width = Math.min(Math.max(...lines.map(({ text }) => text.length)), WIDEST);
  const rendered = lines.map(({ text, comment }) =>
    comment === undefined ? text : `${text.padEnd(width)} # ${comment}`,
  );
  return [`# ${title} with all its values, each with the place where it was written.`, ...rendered].join('\n');
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

function follow(value: unknown, path: readonly PathStep[]): unknown {
  return path.reduce<unknown>((around, step) => (around as Record<string, unknown> | undefined)?.[step], value);
}
