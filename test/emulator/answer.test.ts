// A function's answer as API Gateway reads it.

import { expect } from 'chai';
import { readAnswer } from '../../compiler/backends/emulator/gateway/answer';

const json = ['Content-Type', 'application/json'];

describe("a function's answer", () => {
  const read: Record<string, [answer: object, response: object]> = {
    'has a content type where it names none': [{ statusCode: 204 }, { statusCode: 204, headers: [json], body: '' }],
    'keeps its own content type': [
      { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'a' },
      { statusCode: 200, headers: [['content-type', 'text/plain']], body: 'a' },
    ],
    'has headers of several values, which count alone': [
      { statusCode: 200, headers: { 'Set-Cookie': 'a', n: 1 }, multiValueHeaders: { 'set-cookie': ['b', 'c'] } },
      { statusCode: 200, headers: [['n', '1'], ['set-cookie', 'b'], ['set-cookie', 'c'], json], body: '' },
    ],
    'is decoded from base64': [
      { statusCode: 200, isBase64Encoded: true, body: '/w==' },
      { statusCode: 200, headers: [json], body: Buffer.from([0xff]) },
    ],
    'does not speak for the connection': [
      { statusCode: 200, headers: { 'Content-Length': '7', Connection: 'close' }, body: 'a' },
      { statusCode: 200, headers: [json], body: 'a' },
    ],
  };
  for (const [sentence, [answer, response]] of Object.entries(read)) {
    it(sentence, () => expect(readAnswer(JSON.stringify(answer))).to.deep.equal(response));
  }

  const malformed: Record<string, unknown> = {
    'nothing at all': null,
    'a text': 'fine',
    'a list': [],
    'no status': { body: '' },
    'a status that is text': { statusCode: '200' },
    'a status out of range': { statusCode: 99 },
    'a body that is data': { statusCode: 200, body: { a: 1 } },
    'a header that is data': { statusCode: 200, headers: { a: {} } },
    'a header with a line break': { statusCode: 200, headers: { a: 'b\nc' } },
    'a header with no name': { statusCode: 200, headers: { '': 'a' } },
    'one value where several belong': { statusCode: 200, multiValueHeaders: { a: 'b' } },
  };
  for (const [sentence, answer] of Object.entries(malformed)) {
    it(`is malformed with ${sentence}`, () => expect(readAnswer(JSON.stringify(answer))).to.equal(undefined));
  }
});
