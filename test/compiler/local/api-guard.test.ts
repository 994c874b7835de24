// The guard of the local API against requests of web pages, by origin, host and content type.

import { expect } from 'chai';
import { guardApi } from '../../../compiler/local/api-guard';

const PORT = 3000;
const OWN = { Host: '127.0.0.1:3000' };
const PAGE = { ...OWN, Origin: 'https://shop.example' };
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** A request, and whether an API without CORS and an API with CORS serve it. */
const ROWS: readonly [method: string, headers: Record<string, string>, withoutCors: boolean, withCors: boolean][] = [
  ['POST', OWN, true, true],
  ['POST', { Host: 'localhost:3000' }, true, true],
  ['POST', { ...OWN, Origin: 'http://127.0.0.1:3000' }, true, true],
  ['POST', { ...OWN, Origin: 'http://localhost:3000' }, true, true],
  ['GET', { Host: 'evil.example:3000' }, false, false],
  ['GET', { Host: '127.0.0.1:3001' }, false, false],
  ['GET', {}, false, false],
  ['GET', PAGE, false, true],
  ['OPTIONS', PAGE, false, true],
  ['POST', PAGE, false, false],
  ['POST', { ...PAGE, 'Content-Type': 'text/plain' }, false, false],
  ['POST', { ...PAGE, 'Content-Type': 'text/plain;application/json' }, false, false],
  ['DELETE', PAGE, false, false],
  ['POST', { ...PAGE, ...JSON_TYPE }, false, true],
  ['POST', { ...PAGE, 'content-type': 'application/json; charset=utf-8' }, false, true],
  ['POST', { ...PAGE, 'Content-Type': 'application/merge-patch+json' }, false, true],
  ['POST', { ...OWN, ...JSON_TYPE, Origin: 'null' }, false, true],
  ['POST', { ...OWN, Origin: 'null' }, false, false],
];

describe('the guard of the local API', () => {
  for (const [method, headers, ...served] of ROWS)
    it(`${method} ${JSON.stringify(headers)}`, () => {
      const request = { method, port: PORT, headers: Object.entries(headers) as [string, string][] };
      const answers = [false, true].map((hasCors) => guardApi(request, hasCors));
      expect(answers.map((answer) => answer === undefined)).to.deep.equal(served);
      for (const answer of answers) if (answer !== undefined) expect(answer.statusCode).to.equal(403);
    });
});
