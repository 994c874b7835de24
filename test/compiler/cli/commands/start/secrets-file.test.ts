// The file with the values of secrets for local runs: its form, and errors that never show a value.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readSecretsFile } from '../../../../../compiler/cli/commands/start/secrets-file';

describe('the file .secrets.yaml', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'payment-spec-secrets-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(join(root, '.secrets.yaml'), text);
    return readSecretsFile(root);
  };

  it('gives values by the names of secrets', () => {
    expect([...read('webhook-key: whsec_abc\nother: "12"\n')]).to.deep.equal([
      ['webhook-key', 'whsec_abc'],
      ['other', '12'],
    ]);
    expect([...read('')]).to.deep.equal([]);
  });

  it('may be absent', () => {
    expect(readSecretsFile(root).size).to.equal(0);
  });

  for (const [name, text, line] of [
    ['a syntax error', 'one: a\ntwo: "canary\n', 3],
    ['a nested value', 'one: { two: canary }\n', 1],
    ['a number', 'one: a\ntwo: 12345678\n', 2],
    ['a list', '- canary\n', 1],
  ] as const)
    it(`is refused with ${name}, by its line alone`, () => {
      expect(() => read(text))
        .to.throw(new RegExp(`^\\.secrets\\.yaml:${line}:\\d+: expected lines of the form NAME: "value"`))
        .with.property('message')
        .that.does.not.match(/canary|12345678/);
    });
});
