// Decoding and validation of request bodies.

import { expect } from 'chai';
import { MAX_BODY_BYTES, readBody } from '../../runtime/body';
import type { ApiEvent } from '../../runtime/event';
import { JSON_LIMITS } from '../../runtime/json-limits';

const NOT_JSON = 'Request body is not valid JSON: ';

/** Nested lists. */
const nested = (depth: number): unknown[] => (depth === 1 ? [] : [nested(depth - 1)]);

describe('a request body', () => {
  const read: Record<string, [event: ApiEvent, fields: object]> = {
    'returns the members of an object': [{ body: '{"a":"b"}' }, { a: 'b' }],
    'has no members when it is null': [{ body: 'null' }, {}],
    'has no members when it is a string': [{ body: '"amount"' }, {}],
    'may have the content type JSON': [{ body: '{}', headers: { 'content-type': 'application/json' } }, {}],
    'may have a content type with the suffix +json and the charset UTF-8': [
      { body: '{}', headers: { 'Content-Type': 'application/vnd.payment+json; charset="UTF-8"' } },
      {},
    ],
    'may have the maximum size': [{ body: `{}${' '.repeat(MAX_BODY_BYTES - 2)}` }, {}],
    'may have the maximum nesting': [
      { body: `{"a":${'['.repeat(JSON_LIMITS.depth - 1)}${']'.repeat(JSON_LIMITS.depth - 1)}}` },
      { a: nested(JSON_LIMITS.depth - 1) },
    ],
    'may have brackets in a string': [{ body: `{"a":"${'[{,'.repeat(1_000)}"}` }, { a: '[{,'.repeat(1_000) }],
    'may have a quotation mark and brackets in a string': [
      { body: `{"a":"\\"${'['.repeat(100)}"}` },
      { a: `"${'['.repeat(100)}` },
    ],
    'may have a string of the maximum length': [
      { body: JSON.stringify({ a: 'x'.repeat(JSON_LIMITS.textLength) }) },
      { a: 'x'.repeat(JSON_LIMITS.textLength) },
    ],
    'may have the content encoding identity': [{ body: '{}', headers: { 'Content-Encoding': 'identity' } }, {}],
    'is decoded when the gateway encoded it': [{ body: btoa('{"a":"b"}'), isBase64Encoded: true }, { a: 'b' }],
  };
  for (const [sentence, [event, fields]] of Object.entries(read)) {
    it(sentence, () => expect(readBody(event)).to.deep.equal(fields));
  }

  const refused: Record<string, [event: ApiEvent, error: string, statusCode?: number]> = {
    'must be present': [{}, 'Request body is required'],
    'must not be null': [{ body: null }, 'Request body is required'],
    'must not be empty': [{ body: '' }, 'Request body is required'],
    'must be JSON': [{ body: '{' }, NOT_JSON],
    'must not have text after the JSON': [{ body: '{} {}' }, NOT_JSON],
    'must be JSON after base64 decoding': [{ body: '{}', isBase64Encoded: true }, NOT_JSON],
    'must not have duplicate keys': [{ body: '{"amount":1,"amount":2}' }, `${NOT_JSON}Duplicate key 'amount'`],
    'must not be nested without end': [{ body: '['.repeat(MAX_BODY_BYTES) }, 'nested at most 32 deep'],
    'must not exceed the maximum nesting': [
      { body: `{"a":${'['.repeat(JSON_LIMITS.depth)}${']'.repeat(JSON_LIMITS.depth)}}` },
      'nested at most 32 deep',
    ],
    'must not exceed the maximum nesting after a string': [
      { body: `{"a\\\\":"\\"","b":${'{"c":'.repeat(2_000)}` },
      'nested at most 32 deep',
    ],
    'must not have more values than allowed': [{ body: JSON.stringify(Array(1_001).fill(1)) }, 'at most 1000 values'],
    'must not have a string longer than allowed': [
      { body: JSON.stringify({ a: 'x'.repeat(JSON_LIMITS.textLength + 1) }) },
      'texts of at most 4096 characters',
    ],
    'must not have a name longer than allowed': [
      { body: JSON.stringify({ ['x'.repeat(JSON_LIMITS.textLength + 1)]: 1 }) },
      'texts of at most 4096 characters',
    ],
    'must not be compressed': [{ body: '{}', headers: { 'Content-Encoding': 'gzip' } }, 'Content-Encoding', 415],
    'must be UTF-8 after base64 decoding': [
      { body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true },
      'UTF-8',
    ],
    'must not exceed the maximum size': [{ body: ' '.repeat(MAX_BODY_BYTES + 1) }, 'at most 16384 bytes', 413],
    'must not exceed the maximum size in bytes': [
      { body: `"${'é'.repeat(MAX_BODY_BYTES / 2)}"` },
      'at most 16384 bytes',
      413,
    ],
    'must not exceed the maximum size after base64 decoding': [
      { body: Buffer.alloc(MAX_BODY_BYTES + 1, ' ').toString('base64'), isBase64Encoded: true },
      'at most 16384 bytes',
      413,
    ],
    'must not be a form': [
      { body: '{}', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      'json',
      415,
    ],
    'must not have another charset': [
      { body: '{}', headers: { 'Content-Type': 'application/json; charset=iso-8859-1' } },
      'json',
      415,
    ],
    'must have one content type': [
      { body: '{}', multiValueHeaders: { 'content-type': ['text/plain', 'application/json'] } },
      'once',
    ],
  };
  for (const [sentence, [event, error, statusCode = 400]] of Object.entries(refused)) {
    it(sentence, () =>
      expect(() => readBody(event))
        .to.throw(error)
        .with.property('statusCode', statusCode),
    );
  }

  it('is truncated in the error message', () => {
    const key = 'k'.repeat(4_000);
    expect(() => readBody({ body: `{"${key}":1,"${key}":2}` })).to.throw(/^.{1,250}$/);
  });
});
