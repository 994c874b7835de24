// CORS headers of the responses that API Gateway itself sends.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../../compiler/compile/compile';
import { resourcesOf } from '../../../../compiler/graph/graph';
import { ROOT, SURROUNDINGS } from '../../../spec';

const BASE = readFileSync(join(ROOT, 'test/broken/base.yaml'), 'utf8');

/** The origin that each gateway response allows, by response type. */
function allowedOrigins(api: string): Record<string, string | undefined> {
  const files: Record<string, string> = { 'base.yaml': BASE, 'spec.yaml': `extends: base.yaml\napi: ${api}` };
  const { graph, diagnostics } = compileSpec('spec.yaml', (path) => files[path], SURROUNDINGS);
  if (graph === undefined) throw new Error(JSON.stringify(diagnostics));
  return Object.fromEntries(
    resourcesOf(graph, 'aws:apigateway/response:Response').map(({ inputs: { responseType, responseParameters } }) => [
      String(responseType),
      (responseParameters as Readonly<Record<string, string>>)['gatewayresponse.header.Access-Control-Allow-Origin'],
    ]),
  );
}

const all = (origin: string | undefined) => ({
  BAD_REQUEST_BODY: origin,
  THROTTLED: origin,
  DEFAULT_4XX: origin,
  DEFAULT_5XX: origin,
});

describe('a gateway response', () => {
  it('allows no origin without cors', () => expect(allowedOrigins('{}')).to.deep.equal(all(undefined)));

  it('allows the one origin of the spec', () =>
    expect(allowedOrigins('{ cors: { origins: ["https://shop.example"] } }')).to.deep.equal(
      all("'https://shop.example'"),
    ));

  it('allows any origin if the spec does', () =>
    expect(allowedOrigins('{ cors: { origins: ["*"] } }')).to.deep.equal(all("'*'")));

  it('allows any origin if the spec lists several, because it cannot choose one', () =>
    expect(allowedOrigins('{ cors: { origins: ["https://a.example", "https://b.example"] } }')).to.deep.equal(
      all("'*'"),
    ));
});
