// Differences between the values of two specs.

import { expect } from 'chai';
import { compareSpecs, type ValueChange } from '../../../../compiler/language/values/difference';
import { formatPath, type SpecMap } from '../../../../compiler/source/spec-node';
import { compileProject } from '../../../spec';

function spec(lines: string): SpecMap {
  const text = `project: p\nenvironment: e\nsuffix: s\n${lines}`;
  const { resolved, diagnostics } = compileProject('s.yaml', { 's.yaml': text });
  if (resolved === undefined) throw new Error(diagnostics[0]?.message);
  return resolved.spec;
}

function line({ path, before, after }: ValueChange): string {
  const side = (value: ValueChange['before']) =>
    value && `${JSON.stringify(value.value)}${value.origin === undefined ? ' by default' : ''}`;
  return `${formatPath(path)}: ${side(before)} -> ${side(after)}`;
}

describe('the difference of two specs', () => {
  const rows: Record<string, { before: string; after: string; lines: string[] }> = {
    'empty for an explicit default': { before: '', after: 'tracing: false', lines: [] },
    'empty for another order of keys': {
      before: 'tracing: true\nprotect: false',
      after: 'protect: false\ntracing: true',
      lines: [],
    },
    'a value that differs from the default': {
      before: '',
      after: 'tracing: true',
      lines: ['tracing: false by default -> true'],
    },
    'an expression as written, not its resolved value': {
      before: 'application: a\ntags: { A: "{{ application }}" }',
      after: 'application: b\ntags: { A: "{{ application }}" }',
      lines: ['application: "a" -> "b"'],
    },
    'each field of a new part': {
      before: '',
      after: 'queues: { q: { messageRetentionSeconds: 60 } }',
      lines: [
        'queues.q.delaySeconds: undefined -> 0 by default',
        'queues.q.maximumMessageSizeBytes: undefined -> 262144 by default',
        'queues.q.messageRetentionSeconds: undefined -> 60',
        'queues.q.requireTls: undefined -> true by default',
        'queues.q.visibilityTimeoutSeconds: undefined -> 30 by default',
      ],
    },
    'a list as a whole': {
      before: 'payment: { currencies: [USD] }',
      after: 'payment: { currencies: [USD, EUR] }',
      lines: ['payment.currencies: ["USD"] -> ["USD","EUR"]'],
    },
  };
  for (const [what, { before, after, lines }] of Object.entries(rows)) {
    it(`is ${what}`, () => {
      expect(compareSpecs(spec(before), spec(after)).map(line)).to.deep.equal(lines);
      const back = compareSpecs(spec(after), spec(before));
      const mirrored = back.map(({ path, before: b, after: a }) => ({
        path,
        ...(a && { before: a }),
        ...(b && { after: b }),
      }));
      expect(mirrored.map(line)).to.deep.equal(lines);
    });
  }
});
