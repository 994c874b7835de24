// Bodies of requests, and answers.

import { expect } from 'chai';
import { type ApiEvent, readBody, respond } from '../../runtime/event';
import { parseJson } from '../../runtime/json';

const NOT_JSON = 'Request body is not valid JSON: ';

describe('a request body', () => {
  const read: Record<string, [event: ApiEvent, fields: object]> = {
    'is the members of an object': [{ body: '{"a":"b"}' }, { a: 'b' }],
    'has no members when it is null': [{ body: 'null' }, {}],
    'has no members when it is a text': [{ body: '"amount"' }, {}],
    'is decoded when the gateway encoded it': [{ body: btoa('{"a":"b"}'), isBase64Encoded: true }, { a: 'b' }],
  };
  for (const [sentence, [event, fields]] of Object.entries(read)) {
    it(sentence, () => expect(readBody(event)).to.deep.equal(fields));
  }

  const refused: Record<string, [event: ApiEvent, error: string]> = {
    'is there': [{}, 'Request body is required'],
    'is not null': [{ body: null }, 'Request body is required'],
    'is not empty': [{ body: '' }, 'Request body is required'],
    'is JSON': [{ body: '{' }, NOT_JSON],
    'is nothing behind JSON': [{ body: '{} {}' }, NOT_JSON],
    'is JSON when decoded': [{ body: '{}', isBase64Encoded: true }, NOT_JSON],
    'gives no key two values': [{ body: '{"amount":1,"amount":2}' }, `${NOT_JSON}Duplicate key 'amount'`],
    'is not nested without end': [{ body: '['.repeat(1_000_000) }, `${NOT_JSON}nested too deeply`],
  };
  for (const [sentence, [event, error]] of Object.entries(refused)) {
    it(sentence, () =>
      expect(() => readBody(event))
        .to.throw(error)
        .with.property('statusCode', 400),
    );
  }

  it('is not quoted at length in the error', () => {
    const key = 'k'.repeat(10_000);
    expect(() => readBody({ body: `{"${key}":1,"${key}":2}` })).to.throw(/^.{1,250}$/);
  });
});

describe('an answer', () => {
  it('is JSON that no cache keeps, its numbers as they are', () => {
    expect(respond(200, { amount: parseJson('90071992547409.93') })).to.deep.equal({
      statusCode: 200,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      body: '{"amount":90071992547409.93}',
    });
  });
});
