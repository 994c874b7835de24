// A function's answer as API Gateway reads it: a table in both directions. Rows with `recorded` are from the real service (see answer.ts).

import { expect } from 'chai';
import { readAnswer } from '../../compiler/backends/emulator/gateway/answer';

const json = ['Content-Type', 'application/json'];

const text = (body: string, headers: string[][] = [json], statusCode = 200) => ({ statusCode, headers, body });

describe("a function's answer", () => {
  const accepted: Record<string, [answer: object, response: object]> = {
    'recorded: a status alone': [{ statusCode: 200 }, text('')],
    'recorded: a status as text': [{ statusCode: '201' }, text('', [json], 201)],
    'recorded: headers of text and booleans': [
      { statusCode: 200, headers: { 'test-header': 'value', 'header-bool': true } },
      text('', [['test-header', 'value'], ['header-bool', 'true'], json]),
    ],
    'recorded: headers that are null': [{ statusCode: 200, headers: null, body: 'x' }, text('x')],
    'recorded: headers alone': [{ headers: { 'test-header': 'value' } }, text('', [['test-header', 'value'], json])],
    'recorded: nothing in an object': [{}, text('')],
    'recorded: headers of several values': [
      { statusCode: 200, multiValueHeaders: { 'test-multi': ['value1', 'value2'] } },
      text('', [['test-multi', 'value1'], ['test-multi', 'value2'], json]),
    ],
    'recorded: headers of several values, which count alone whatever the case': [
      { statusCode: 200, headers: { 'test-multi': 'solo' }, multiValueHeaders: { 'tesT-Multi': ['multi'] } },
      text('', [['tesT-Multi', 'multi'], json]),
    ],
    'recorded: an encoded body that does not say so': [{ statusCode: 200, body: 'dGVzdA==' }, text('dGVzdA==')],
    'members that are null': [
      { statusCode: null, headers: null, multiValueHeaders: null, body: null, isBase64Encoded: null },
      text(''),
    ],
    'its own content type': [
      { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'a' },
      text('a', [['content-type', 'text/plain']]),
    ],
    'headers that are numbers': [{ statusCode: 200, headers: { n: 1 } }, text('', [['n', '1'], json])],
    'an encoded body, which only an API with binary media types decodes': [
      { statusCode: 200, isBase64Encoded: true, body: '/w==' },
      text('/w=='),
    ],
    'headers of the gateway, which get another name': [
      { statusCode: 200, headers: { 'Content-Length': '7', Connection: 'close', 'WWW-Authenticate': 'Bearer' } },
      text('', [
        ['x-amzn-Remapped-Content-Length', '7'],
        ['x-amzn-Remapped-Connection', 'close'],
        ['x-amzn-Remapped-WWW-Authenticate', 'Bearer'],
        json,
      ]),
    ],
    'headers of the connection, which are dropped': [
      {
        statusCode: 200,
        headers: { 'Transfer-Encoding': 'chunked', 'Keep-Alive': 'timeout=5', Upgrade: 'h2c', TE: 'x' },
      },
      text(''),
    ],
  };
  for (const [sentence, [answer, response]] of Object.entries(accepted)) {
    it(`may be ${sentence}`, () => expect(readAnswer(JSON.stringify(answer))).to.deep.equal(response));
  }

  const malformed: Record<string, unknown> = {
    'recorded: a member of its own': { statusCode: 200, wrongValue: 'value' },
    'recorded: one value where several belong': { statusCode: 200, multiValueHeaders: { 'test-multi': 'value1' } },
    'recorded: a status that is no number': { statusCode: 'test' },
    'recorded: a text': 'justAString',
    'nothing at all': null,
    'a list': [],
    'cookies, which HTTP APIs have': { statusCode: 200, cookies: ['a=1'] },
    'a status out of range': { statusCode: 99 },
    'a status that is not the last one': { statusCode: 100 },
    'a status that is no whole number': { statusCode: 200.5 },
    'an empty status': { statusCode: '' },
    'a body that is data': { statusCode: 200, body: { a: 1 } },
    'an encoding that is text': { statusCode: 200, isBase64Encoded: 'true' },
    'headers that are a list': { statusCode: 200, headers: [] },
    'a header that is data': { statusCode: 200, headers: { a: {} } },
    'a header that is null': { statusCode: 200, headers: { a: null } },
    'a header with a line break': { statusCode: 200, headers: { a: 'b\nc' } },
    'a header with no name': { statusCode: 200, headers: { '': 'a' } },
  };
  for (const [sentence, answer] of Object.entries(malformed)) {
    it(`is malformed as ${sentence}`, () => expect(readAnswer(JSON.stringify(answer))).to.equal(undefined));
  }
});
