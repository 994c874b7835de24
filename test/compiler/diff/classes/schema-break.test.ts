// Comparison of JSON Schemas: changes that break clients that send requests or read responses.

import { expect } from 'chai';
import { schemaBreaks } from '../../../../compiler/diff/classes/schema-break';
import type { JsonObject } from '../../../../compiler/graph/value';

const resolve = (schema: unknown) => (schema ?? {}) as JsonObject;
const breaksOf = (before: JsonObject, after: JsonObject, direction: 'request' | 'response') =>
  schemaBreaks({ before, after, resolveBefore: resolve, resolveAfter: resolve }, direction);
const field = (schema: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  required,
  properties: { a: schema },
});

describe('the break of a schema', () => {
  const requests: Record<string, [before: JsonObject, after: JsonObject, breaks: string[]]> = {
    'a field that becomes required': [field({}), field({}, ['a']), ['field "a" becomes required']],
    'a removed field': [field({}), { type: 'object', required: [] }, ['field "a" is removed']],
    'another type': [field({ type: 'string' }), field({ type: 'number' }), ['field "a" must be number']],
    'a new type': [field({}), field({ type: 'string' }), ['field "a" must be string']],
    'integers only': [field({ type: 'number' }), field({ type: 'integer' }), ['field "a" must be integer']],
    'a removed value': [field({ enum: ['x', 'y'] }), field({ enum: ['y'] }), ['field "a" no longer accepts "x"']],
    'listed values only': [field({}), field({ enum: ['y'] }), ['field "a" accepts only listed values']],
    'a higher minimum': [field({ minimum: 1 }), field({ minimum: 2 }), ['field "a" has minimum 2 instead of 1']],
    'a new maximum': [field({}), field({ maxLength: 9 }), ['field "a" has maxLength 9 instead of none']],
    'another pattern': [field({ pattern: 'a' }), field({ pattern: 'b' }), ['field "a" has a different pattern']],
    'other alternatives': [
      field({ anyOf: [{ type: 'string' }, { type: 'number' }] }),
      field({ anyOf: [{ type: 'string' }] }),
      ['field "a" has different alternatives (anyOf)'],
    ],
    'no unknown fields': [
      field({}),
      { ...field({}), additionalProperties: false },
      ['the body no longer accepts unknown fields'],
    ],
    'a field within a field': [field(field({})), field(field({}, ['a'])), ['field "a.a" becomes required']],
    'a field of an item': [
      { type: 'array', items: field({}) },
      { type: 'array', items: field({}, ['a']) },
      ['field "[].a" becomes required'],
    ],
  };
  for (const [what, [before, after, breaks]] of Object.entries(requests)) {
    it(`includes ${what} in a request, and not the reverse change`, () => {
      expect(breaksOf(before, after, 'request')).to.deep.equal(breaks);
      const back = breaksOf(after, before, 'request');
      expect(back.filter((text) => !/a different type|must be|a different pattern/.test(text))).to.deep.equal([]);
    });
  }

  const responses: Record<string, [before: JsonObject, after: JsonObject, breaks: string[]]> = {
    'a removed field': [field({}, ['a']), { type: 'object', required: [] }, ['field "a" is removed']],
    'a field that may be absent': [field({}, ['a']), field({}), ['field "a" may be absent']],
    'another type': [field({ type: 'string' }), field({ type: ['string', 'null'] }), ['field "a" may be null']],
    'a field within a field': [field(field({}, ['a'])), field(field({})), ['field "a.a" may be absent']],
  };
  for (const [what, [before, after, breaks]] of Object.entries(responses)) {
    it(`includes ${what} in a response, and not the reverse change`, () => {
      expect(breaksOf(before, after, 'response')).to.deep.equal(breaks);
      expect(breaksOf(after, before, 'response')).to.deep.equal([]);
    });
  }

  it('is empty for identical schemas', () => {
    for (const [before, after] of Object.values(requests)) {
      expect(breaksOf(before, before, 'request')).to.deep.equal([]);
      expect(breaksOf(after, after, 'response')).to.deep.equal([]);
    }
  });
});
