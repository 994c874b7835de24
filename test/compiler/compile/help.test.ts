// The help of diagnostics: applying a proposal to a broken spec removes the diagnostic.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse, stringify } from 'yaml';
import { compileSpec } from '../../../compiler/compile/compile';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic';
import { CASES, compileCase, FOLDER, readCase, surroundingsOf } from './broken-cases';

/** A value that a help proposes for a field, whose path may begin at the diagnostic's field or at the root of the spec. */
interface Proposal {
  readonly field?: string;
  readonly value: unknown;
}

/** Files of cases that cannot be tested by an edit of spec.yaml: a generated spec, and a comparison of two specs. */
const OTHER_FILES = ['spec.cjs', 'beside.yaml', 'before.yaml', 'deployed.yaml'];

const EDITABLE = CASES.filter((name) => !OTHER_FILES.some((file) => existsSync(join(FOLDER, name, file))));

describe('the help of a diagnostic', () => {
  for (const name of EDITABLE) {
    const own = compileCase(name).diagnostics.filter(({ span }) => span.source.path === 'spec.yaml');
    for (const diagnostic of own) {
      const { help } = diagnostic;
      if (help === undefined) continue;
      const words = wordsProposedBy(help);
      if (words !== undefined)
        it(`${name}: "${help}" fixes the marked text`, () => {
          expect(messagesLeft(name, diagnostic, 'spec.yaml', replaceMarked(diagnostic, words))).to.deep.equal([]);
        });
      for (const { field, value } of proposalsOf(help)) {
        const shown = `${field === undefined ? '' : `${field}: `}${JSON.stringify(value)}`;
        it(`${name}: ${shown} fixes the spec`, () => {
          const path = pathOf(diagnostic, field);
          const overlay = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
          const text = stringify({ extends: 'spec.yaml', ...(overlay as object) });
          expect(messagesLeft(name, diagnostic, 'fixed.yaml', text), text).to.deep.equal([]);
        });
      }
    }
  }
});

/** The remaining messages of the same code at the diagnostic's location or field, after a file is replaced by a text. */
function messagesLeft(name: string, { code, span, path }: Diagnostic, file: string, text: string): string[] {
  const read = readCase(name);
  const { diagnostics } = compileSpec(
    file,
    (asked, within) => (asked === file ? text : read(asked, within)),
    surroundingsOf(name),
  );
  return diagnostics
    .filter((left) => left.code === code)
    .filter((left) => left.span.start === span.start || (path !== undefined && left.path === path))
    .map(({ message }) => message);
}

function replaceMarked({ span: { source, start, end } }: Diagnostic, words: string): string {
  return source.text.slice(0, start) + words + source.text.slice(end);
}

/** The words that a help proposes instead of the marked text. */
function wordsProposedBy(help: string): string | undefined {
  const [, meant] = /^did you mean (\S+)\?/.exec(help) ?? [];
  const [, value] = /(?:quotation marks|write(?: a list| it without separators)?):? (?:\w+: )?(\S+)$/.exec(help) ?? [];
  return meant ?? value;
}

/** The proposed values of a help with alternatives. */
function proposalsOf(help: string): Proposal[] {
  return help.split(/[;,] or /).flatMap((alternative): Proposal[] => {
    const [, field, above, text = ''] = /^(?:set|raise|lower) (\S+) (to|above) (.+)$/.exec(alternative) ?? [];
    const value = valueIn(text);
    if (field === undefined || value === undefined) return [];
    const proposed = above === 'above' ? Number(value) + 1 : value;
    return [field === 'it' ? { value: proposed } : { field, value: proposed }];
  });
}

/** The first value in a text, such as `1 or more`; undefined in prose. */
function valueIn(text: string): unknown {
  const [value] =
    /^(-?[\d.]+(?![\w-])|"[^"]*"|\{.*\}|\[[^…]*\]|cron\(.*\)|true|false|null|[A-Z][A-Za-z_0-9]+(?=,|$)|[\w.-]+$)/.exec(
      text,
    ) ?? [];
  return value === undefined ? undefined : parse(value);
}

/** The path of a field that a help names: from the root, or from the diagnostic's field or the part around it. */
function pathOf({ path = '' }: Diagnostic, field: string | undefined): string[] {
  const steps = path.split('.');
  if (field === undefined) return steps;
  const named = field.split('.');
  const ROOTS = ['api', 'functions', 'payment', 'tables', 'queues', 'quotas', 'provider'];
  if (named.length > 1 && ROOTS.includes(named[0] ?? '')) return named;
  const at = steps.lastIndexOf(named[0] ?? '');
  if (at >= 0) return [...steps.slice(0, at), ...named];
  return [...steps.slice(0, -1), ...named];
}
