// Bodies of requests: how they are decoded, and which are refused.

import { expect } from 'chai';
import { MAX_BODY_BYTES, readBody } from '../../runtime/body';
import type { ApiEvent } from '../../runtime/event';
import { JSON_LIMITS } from '../../runtime/json-limits';

const NOT_JSON = 'Request body is not valid JSON: ';

/** Lists in each other. */
const nested = (depth: number): unknown[] => (depth === 1 ? [] : [nested(depth - 1)]);

describe('a request body', () => {
  const read: Record<string, [event: ApiEvent, fields: object]> = {
    'is the members of an object': [{ body: '{"a":"b"}' }, { a: 'b' }],
    'has no members when it is null': [{ body: 'null' }, {}],
    'has no members when it is a text': [{ body: '"amount"' }, {}],
    'may say that it is JSON': [{ body: '{}', headers: { 'content-type': 'application/json' } }, {}],
    'may say that it is a kind of JSON, and UTF-8': [
      { body: '{}', headers: { 'Content-Type': 'application/vnd.payment+json; charset="UTF-8"' } },
      {},
    ],
    'may be as large as allowed': [{ body: `{}${' '.repeat(MAX_BODY_BYTES - 2)}` }, {}],
    'may be nested as deep as allowed': [
      { body: `{"a":${'['.repeat(JSON_LIMITS.depth - 1)}${']'.repeat(JSON_LIMITS.depth - 1)}}` },
      { a: nested(JSON_LIMITS.depth - 1) },
    ],
    'may have brackets in a text': [{ body: `{"a":"${'[{,'.repeat(1_000)}"}` }, { a: '[{,'.repeat(1_000) }],
    'may have a quotation mark and brackets in a text': [
      { body: `{"a":"\\"${'['.repeat(100)}"}` },
      { a: `"${'['.repeat(100)}` },
    ],
    'may have a text as long as allowed': [
      { body: JSON.stringify({ a: 'x'.repeat(JSON_LIMITS.textLength) }) },
      { a: 'x'.repeat(JSON_LIMITS.textLength) },
    ],
    'may say that it is not encoded': [{ body: '{}', headers: { 'Content-Encoding': 'identity' } }, {}],
    'is decoded when the gateway encoded it': [{ body: btoa('{"a":"b"}'), isBase64Encoded: true }, { a: 'b' }],
  };
  for (const [sentence, [event, fields]] of Object.entries(read)) {
    it(sentence, () => expect(readBody(event)).to.deep.equal(fields));
  }

  const refused: Record<string, [event: ApiEvent, error: string, statusCode?: number]> = {
    'is there': [{}, 'Request body is required'],
    'is not null': [{ body: null }, 'Request body is required'],
    'is not empty': [{ body: '' }, 'Request body is required'],
    'is JSON': [{ body: '{' }, NOT_JSON],
    'is nothing behind JSON': [{ body: '{} {}' }, NOT_JSON],
    'is JSON when decoded': [{ body: '{}', isBase64Encoded: true }, NOT_JSON],
    'gives no key two values': [{ body: '{"amount":1,"amount":2}' }, `${NOT_JSON}Duplicate key 'amount'`],
    'is not nested without end': [{ body: '['.repeat(MAX_BODY_BYTES) }, 'nested at most 32 deep'],
    'is not nested deeper than allowed': [
      { body: `{"a":${'['.repeat(JSON_LIMITS.depth)}${']'.repeat(JSON_LIMITS.depth)}}` },
      'nested at most 32 deep',
    ],
    'is not nested deeper than allowed behind a text': [
      { body: `{"a\\\\":"\\"","b":${'{"c":'.repeat(2_000)}` },
      'nested at most 32 deep',
    ],
    'has no more values than allowed': [{ body: JSON.stringify(Array(1_001).fill(1)) }, 'at most 1000 values'],
    'has no longer text than allowed': [
      { body: JSON.stringify({ a: 'x'.repeat(JSON_LIMITS.textLength + 1) }) },
      'texts of at most 4096 characters',
    ],
    'has no longer name than allowed': [
      { body: JSON.stringify({ ['x'.repeat(JSON_LIMITS.textLength + 1)]: 1 }) },
      'texts of at most 4096 characters',
    ],
    'is not compressed': [{ body: '{}', headers: { 'Content-Encoding': 'gzip' } }, 'Content-Encoding', 415],
    'is UTF-8 when decoded': [
      { body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true },
      'UTF-8',
    ],
    'is not larger than allowed': [{ body: ' '.repeat(MAX_BODY_BYTES + 1) }, 'at most 16384 bytes', 413],
    'is counted in bytes': [{ body: `"${'é'.repeat(MAX_BODY_BYTES / 2)}"` }, 'at most 16384 bytes', 413],
    'is not larger than allowed when decoded': [
      { body: Buffer.alloc(MAX_BODY_BYTES + 1, ' ').toString('base64'), isBase64Encoded: true },
      'at most 16384 bytes',
      413,
    ],
    'is not a form': [{ body: '{}', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 'json', 415],
    'is in no other character set': [
      { body: '{}', headers: { 'Content-Type': 'application/json; charset=iso-8859-1' } },
      'json',
      415,
    ],
    'is of one type': [
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

  it('is not quoted at length in the error', () => {
    const key = 'k'.repeat(4_000);
    expect(() => readBody({ body: `{"${key}":1,"${key}":2}` })).to.throw(/^.{1,250}$/);
  });
});
