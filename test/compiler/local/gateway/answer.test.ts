// Valid and malformed function responses. Rows with `recorded` are from the real service (see compiler/local/gateway/answer.ts).

import { expect } from 'chai';
import { readAnswer } from '../../../../compiler/local/gateway/answer';

const json = ['Content-Type', 'application/json'];

const text = (body: string, headers: string[][] = [json], statusCode = 200) => ({ statusCode, headers, body });

describe("the reader of a function's response", () => {
  const accepted: Record<string, [answer: object, response: object]> = {
    'recorded: only a status': [{ statusCode: 200 }, text('')],
    'recorded: a status as text': [{ statusCode: '201' }, text('', [json], 201)],
    'recorded: headers with text and booleans': [
      { statusCode: 200, headers: { 'test-header': 'value', 'header-bool': true } },
      text('', [['test-header', 'value'], ['header-bool', 'true'], json]),
    ],
    'recorded: headers that are null': [{ statusCode: 200, headers: null, body: 'x' }, text('x')],
    'recorded: only headers': [{ headers: { 'test-header': 'value' } }, text('', [['test-header', 'value'], json])],
    'recorded: an empty object': [{}, text('')],
    'recorded: headers with several values': [
      { statusCode: 200, multiValueHeaders: { 'test-multi': ['value1', 'value2'] } },
      text('', [['test-multi', 'value1'], ['test-multi', 'value2'], json]),
    ],
    'recorded: multiValueHeaders, which replace headers of the same name in any case': [
      { statusCode: 200, headers: { 'test-multi': 'solo' }, multiValueHeaders: { 'tesT-Multi': ['multi'] } },
      text('', [['tesT-Multi', 'multi'], json]),
    ],
    'recorded: a base64 body without isBase64Encoded': [{ statusCode: 200, body: 'dGVzdA==' }, text('dGVzdA==')],
    'members that are null': [
      { statusCode: null, headers: null, multiValueHeaders: null, body: null, isBase64Encoded: null },
      text(''),
    ],
    'a content type': [
      { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'a' },
      text('a', [['content-type', 'text/plain']]),
    ],
    'headers that are numbers': [{ statusCode: 200, headers: { n: 1 } }, text('', [['n', '1'], json])],
    'a base64 body, without decoding it': [{ statusCode: 200, isBase64Encoded: true, body: '/w==' }, text('/w==')],
    'headers that API Gateway sets, which it renames': [
      { statusCode: 200, headers: { 'Content-Length': '7', Connection: 'close', 'WWW-Authenticate': 'Bearer' } },
      text('', [
        ['x-amzn-Remapped-Content-Length', '7'],
        ['x-amzn-Remapped-Connection', 'close'],
        ['x-amzn-Remapped-WWW-Authenticate', 'Bearer'],
        json,
      ]),
    ],
    'headers of the connection, which it removes': [
      {
        statusCode: 200,
        headers: { 'Transfer-Encoding': 'chunked', 'Keep-Alive': 'timeout=5', Upgrade: 'h2c', TE: 'x' },
      },
      text(''),
    ],
  };
  for (const [sentence, [answer, response]] of Object.entries(accepted)) {
    it(`accepts ${sentence}`, () => expect(readAnswer(JSON.stringify(answer))).to.deep.equal(response));
  }

  const malformed: Record<string, unknown> = {
    'recorded: an unknown member': { statusCode: 200, wrongValue: 'value' },
    'recorded: one value in multiValueHeaders': { statusCode: 200, multiValueHeaders: { 'test-multi': 'value1' } },
    'recorded: a status that is not a number': { statusCode: 'test' },
    'recorded: a string': 'justAString',
    null: null,
    'a list': [],
    'cookies, which HTTP APIs have': { statusCode: 200, cookies: ['a=1'] },
    'a status out of range': { statusCode: 99 },
    'an interim status (1xx)': { statusCode: 100 },
    'a status that is not an integer': { statusCode: 200.5 },
    'an empty status': { statusCode: '' },
    'a body that is an object': { statusCode: 200, body: { a: 1 } },
    'isBase64Encoded as text': { statusCode: 200, isBase64Encoded: 'true' },
    'headers that are a list': { statusCode: 200, headers: [] },
    'a header that is an object': { statusCode: 200, headers: { a: {} } },
    'a header that is null': { statusCode: 200, headers: { a: null } },
    'a header with a line break': { statusCode: 200, headers: { a: 'b\nc' } },
    'a header with an empty name': { statusCode: 200, headers: { '': 'a' } },
  };
  for (const [sentence, answer] of Object.entries(malformed)) {
    it(`rejects ${sentence}`, () => expect(readAnswer(JSON.stringify(answer))).to.equal(undefined));
  }
});
