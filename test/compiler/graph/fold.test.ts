// Folds of graph values.

import { expect } from 'chai';
import { foldValue, mapValue } from '../../../compiler/graph/fold';
import { tableHandle } from '../../../compiler/graph/handles';
import { ACCOUNT_ID, type CodeBundle, interpolate, jsonText, type SecretVariable } from '../../../compiler/graph/value';

const ARN = tableHandle('payments').ref('arn');
const SECRET: SecretVariable = { $: 'secret', variable: 'TOKEN', default: '' };
const CODE: CodeBundle = { $: 'bundle', entry: 'runtime/handler.ts', runtime: 'nodejs22.x', tracing: false };

const NAMES = {
  reference: () => 'reference',
  account: () => 'account',
  secret: () => 'secret',
  interpolation: (parts: readonly unknown[]) => parts.join('+'),
  json: (content: unknown) => JSON.stringify(content),
  bundle: () => 'bundle',
};

describe('the map of a value', () => {
  it('replaces expressions at any depth, and keeps the rest', () => {
    const value = { a: [1, true, 'x', { b: ARN }], c: ACCOUNT_ID, d: SECRET, e: CODE };
    expect(mapValue(value, NAMES)).to.deep.equal({
      a: [1, true, 'x', { b: 'reference' }],
      c: 'account',
      d: 'secret',
      e: 'bundle',
    });
  });

  it('gives an interpolation the literal texts and the results for its other parts', () => {
    expect(mapValue(interpolate('a', ARN, 'b', ACCOUNT_ID), NAMES)).to.equal('a+reference+b+account');
  });

  it('gives JSON text the result for its content', () => {
    expect(mapValue(jsonText({ Resource: [ARN] }), NAMES)).to.equal('{"Resource":["reference"]}');
  });

  it('keeps null in the content of JSON text', () => {
    expect(mapValue(jsonText({ enum: [null as never] }), NAMES)).to.equal('{"enum":[null]}');
  });
});

describe('the fold of a value', () => {
  it('combines the results for the items of lists and the entries of maps', () => {
    const sum = (results: readonly number[]) => results.reduce((total, result) => total + result, 0);
    const none = () => 0;
    const count = foldValue<number>([{ a: 1, b: [2, ARN] }, 'x'], {
      scalar: () => 1,
      list: sum,
      map: (entries) => sum(Object.values(entries)),
      reference: () => 10,
      account: none,
      secret: none,
      interpolation: none,
      json: none,
      bundle: none,
    });
    expect(count).to.equal(13);
  });
});
